import { ArgsType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import { connectionOf, edgeOf, PageArgs } from '../kit/connection.ts';
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
  description: 'A category of billers. New values may be added; treat an unknown one as `OTHER`.',
  valuesConfig: {
    MOBILE: { description: 'Mobile phone operators.' },
    UTILITIES: { description: 'Household utilities, such as electricity, gas, water and heating.' },
    TV: { description: 'Television providers.' },
    INTERNET: { description: 'Home internet providers.' },
    TRANSPORT: { description: 'Public transport and parking.' },
    OTHER: { description: 'A category that the API does not name yet.' },
  },
});

@RequiresScope(billersRead)
@ObjectType({ description: 'A company that customers can pay through the bank, such as a phone operator or a utility.' })
@Directive('@key(fields: "id")')
export class Biller {
  @Field(() => ID, { description: 'The biller\'s ID. Opaque and stable: "bill_4fT…".' })
  id!: string;

  @Field(() => String, { description: 'The name for display, in the caller’s language: "Світло й тепло". At most 200 characters.' })
  name!: string;

  @Field(() => BillerCategory, { description: "The biller's category." })
  category!: BillerCategory;
}

@ObjectType({ description: 'An edge in a connection of billers.' })
export class BillerEdge extends edgeOf(() => Biller) {}

@ObjectType({ description: 'A page of billers, in catalogue order.' })
export class BillerConnection extends connectionOf(() => BillerEdge) {
  @Field(() => Int, { description: 'How many billers match, on all pages together.' })
  totalCount!: number;
}

@ArgsType()
export class BillersArgs extends PageArgs {
  @Field(() => BillerCategory, { nullable: true, description: 'Returns billers of this category only. Leave it out for all.' })
  category?: BillerCategory | null;

  @Field(() => String, {
    nullable: true,
    description: 'Text to find in the name, in any language, ignoring case. 1 to 100 characters: "світло".',
  })
  search?: string | null;
}

export function toBiller(record: BillerRecord, { ids, language }: RequestContext): Biller {
  return { id: ids.biller.encode(record.billerNumber), name: record.name[language], category: record.category };
}
