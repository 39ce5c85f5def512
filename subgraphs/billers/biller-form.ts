import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BillerField as BillerFieldRecord, BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { Biller, toBiller } from './biller.ts';

export const BillerFieldKind = { PHONE: 'PHONE', NUMBER: 'NUMBER', TEXT: 'TEXT' } as const;
export type BillerFieldKind = (typeof BillerFieldKind)[keyof typeof BillerFieldKind];

registerEnumType(BillerFieldKind, {
  name: 'BillerFieldKind',
  description: 'Which keyboard a field wants. More may come: treat an unknown one as text.',
  valuesConfig: {
    PHONE: { description: 'A phone number in digits, country code first: "380671234567".' },
    NUMBER: { description: 'Digits only; leading zeros count: "0100234519".' },
    TEXT: { description: 'Any characters that the pattern allows: "PN204518".' },
  },
});

@ObjectType({ description: 'One thing that a biller wants to know of a payer.' })
export class BillerField {
  @Field(() => ID, { description: 'Its name within its form, stable: "account". Send it as `BillerFieldInput.fieldId`.' })
  id!: string;

  @Field(() => BillerFieldKind, { description: 'Which keyboard it wants.' })
  kind!: BillerFieldKind;

  @Field(() => String, { description: 'What to write beside it, in the caller’s language: "Особовий рахунок".' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where a person finds it, in the caller’s language; null where nothing is said.' })
  hint!: string | null;

  @Field(() => String, { description: 'A value as it may look, of nobody in particular: "1002003001".' })
  example!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A regular expression (ECMAScript, with the flag u) for the whole value: "\\\\d{10}". Only characters, classes and bounded counts; null where none is known.',
  })
  pattern!: string | null;

  @Field(() => Int, { description: 'The fewest characters, 0 to 200.' })
  lengthMin!: number;

  @Field(() => Int, { description: 'The most characters, 0 to 200.' })
  lengthMax!: number;

  @Field(() => Boolean, { description: 'Whether nothing goes without it.' })
  isRequired!: boolean;
}

@ObjectType({ description: 'What has to be filled in for a biller.' })
export class BillerForm {
  @Field(() => Biller, { description: 'Whose form it is.' })
  biller!: Biller;

  @Field(() => [BillerField], { description: 'In the order to show them. At most 20. The first one says who the payer is.' })
  fields!: BillerField[];
}

export function toForm(record: BillerRecord, context: RequestContext): BillerForm {
  return { biller: toBiller(record, context), fields: record.fields.map((field) => toField(field, context)) };
}

function toField(field: BillerFieldRecord, { language }: RequestContext): BillerField {
  return {
    id: field.code,
    kind: field.kind,
    label: field.label[language],
    hint: field.hint?.[language] ?? null,
    example: field.example,
    pattern: field.pattern ?? null,
    lengthMin: field.lengthMin,
    lengthMax: field.lengthMax,
    isRequired: field.required,
  };
}
