import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { BillerField as BillerFieldRecord, BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { Biller, toBiller } from './biller.ts';

export const BillerFieldKind = { PHONE: 'PHONE', NUMBER: 'NUMBER', TEXT: 'TEXT' } as const;
export type BillerFieldKind = (typeof BillerFieldKind)[keyof typeof BillerFieldKind];

registerEnumType(BillerFieldKind, {
  name: 'BillerFieldKind',
  description: 'The kind of keyboard to show for a field. New values may be added; treat an unknown one as `TEXT`.',
  valuesConfig: {
    PHONE: { description: 'A phone number: digits only, starting with the country code: "380671234567".' },
    NUMBER: { description: 'Digits only. Leading zeros are significant: "0100234519".' },
    TEXT: { description: 'Any characters that `pattern` allows: "PN204518".' },
  },
});

@ObjectType({ description: 'A field to fill in to pay a biller.' })
export class BillerField {
  @Field(() => ID, { description: 'The field\'s ID, unique within its form and stable: "account". Pass it as `BillerFieldInput.fieldId`.' })
  id!: string;

  @Field(() => BillerFieldKind, { description: 'The kind of keyboard to show.' })
  kind!: BillerFieldKind;

  @Field(() => String, { description: 'The label, in the caller’s language: "Особовий рахунок".' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where to find the value, in the caller’s language. Null if there is no hint.' })
  hint!: string | null;

  @Field(() => String, { description: 'A made-up example of a value: "1002003001".' })
  example!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A regular expression (ECMAScript, with the flag u) for the whole value: "\\\\d{10}". Only characters, classes and bounded counts; null where none is known.',
  })
  pattern!: string | null;

  @Field(() => Int, { description: 'The minimum length in characters, 0 to 200.' })
  lengthMin!: number;

  @Field(() => Int, { description: 'The maximum length in characters, 0 to 200.' })
  lengthMax!: number;

  @Field(() => Boolean, { description: 'Whether the field must be filled in.' })
  isRequired!: boolean;
}

@ObjectType({ description: 'The form to fill in to pay a biller.' })
export class BillerForm {
  @Field(() => Biller, { description: 'The biller the form belongs to.' })
  biller!: Biller;

  @Field(() => [BillerField], { description: 'The fields in display order. At most 20. The first one identifies the payer.' })
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
