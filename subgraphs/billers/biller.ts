import { ArgsType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import { PageInfo } from '../kit/connection.ts';
import type { RequestContext } from '../kit/context.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { billersRead } from './billers-context.ts';

export const BillerCategory = {
  MOBILE: 'MOBILE',
  UTILITIES: 'UTILITIES',
  TV: 'TV',
  INTERNET: 'INTERNET',
  TRANSPORT: 'TRANSPORT',
  OTHER: 'OTHER',
} as const;
export type BillerCategory = (typeof BillerCategory)[keyof typeof BillerCategory];

registerEnumType(BillerCategory, {
  name: 'BillerCategory',
  description: 'What a biller is paid for. More may come: show an unknown one among the others.',
  valuesConfig: {
    MOBILE: { description: 'Mobile telephones.' },
    UTILITIES: { description: 'Electricity, gas, water, heating and what else a home needs.' },
    TV: { description: 'Television.' },
    INTERNET: { description: 'Internet at home.' },
    TRANSPORT: { description: 'Public transport and parking.' },
    OTHER: { description: 'A category that has no name in the graph yet.' },
  },
});

@RequiresScope(billersRead)
@ObjectType({ description: 'Somebody whom the customers of the bank pay: a telephone company, a waterworks.' })
@Directive('@key(fields: "id")')
export class Biller {
  @Field(() => ID, { description: 'Opaque and stable: "bill_4fT…".' })
  id!: string;

  @Field(() => String, { description: 'For people, in the caller’s language: "Світло й тепло". At most 200 characters.' })
  name!: string;

  @Field(() => BillerCategory, { description: 'What it is paid for.' })
  category!: BillerCategory;
}

@ObjectType({ description: 'A biller and its place in the list.' })
export class BillerEdge {
  @Field(() => Biller, { description: 'The biller.' })
  node!: Biller;

  @Field(() => String, { description: 'Opaque; send it as `after` to go on from here.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of billers, in the catalogue’s order.' })
export class BillerConnection {
  @Field(() => [BillerEdge], { description: 'At most `first` of them.' })
  edges!: BillerEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ArgsType()
export class BillersArgs {
  @Field(() => BillerCategory, { nullable: true, description: 'Of this category only; left out for all.' })
  category?: BillerCategory | null;

  @Field(() => String, {
    nullable: true,
    description: 'A piece of the name in any of its languages, case ignored; 1 to 100 characters: "світло".',
  })
  search?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'How many at the most, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page starts; left out for the beginning.' })
  after?: string | null;
}

export function toBiller(record: BillerRecord, { ids, language }: RequestContext): Biller {
  return { id: ids.biller.encode(record.billerNumber), name: record.name[language], category: record.category };
}
