import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { payeesMax } from '../domain/payee.ts';
import { Payee } from './payee.ts';
import { Refusal } from './refusal.ts';

export const PayeeField = { NAME: 'NAME', PHONE: 'PHONE', IBAN: 'IBAN', CARD: 'CARD' } as const;
export type PayeeField = (typeof PayeeField)[keyof typeof PayeeField];

registerEnumType(PayeeField, {
  name: 'PayeeField',
  description: 'A field of a payee that a person fills in. New values may be added.',
  valuesConfig: {
    NAME: { description: 'The name.' },
    PHONE: { description: 'The phone number.' },
    IBAN: { description: 'The IBAN.' },
    CARD: { description: 'The card: its token or its last four digits.' },
  },
});

@ObjectType({ implements: Refusal, description: 'A field is not as it should be. Show `message` beside it.' })
export class PayeeFieldInvalid extends Refusal {
  @Field(() => PayeeField, { description: 'The field to correct.' })
  field!: PayeeField;
}

@ObjectType({ implements: Refusal, description: 'There already is a payee with this destination.' })
export class PayeeExists extends Refusal {
  @Field(() => Payee, { nullable: true, description: 'The payee. Null, with an error, if the token may not read payees.' })
  payee!: Payee | null;
}

@ObjectType({ implements: Refusal, description: 'No more payees can be saved.' })
export class PayeeLimitReached extends Refusal {
  @Field(() => Int, { description: `How many payees a customer can save: ${payeesMax}.` })
  limit!: number;
}

@ObjectType({ implements: Refusal, description: 'You have no payee with this ID.' })
export class PayeeNotFound extends Refusal {}
