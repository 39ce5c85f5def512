import { Field, InterfaceType, registerEnumType } from 'type-graphql';
import { refusalDescriptions } from '../../kit/refusal.ts';

export const RefusalCode = {
  PAYEE_NAME_INVALID: 'PAYEE_NAME_INVALID',
  PAYEE_PHONE_INVALID: 'PAYEE_PHONE_INVALID',
  PAYEE_IBAN_INVALID: 'PAYEE_IBAN_INVALID',
  PAYEE_CARD_INVALID: 'PAYEE_CARD_INVALID',
  PAYEE_CARD_NUMBER: 'PAYEE_CARD_NUMBER',
  PAYEE_EXISTS: 'PAYEE_EXISTS',
  PAYEE_LIMIT: 'PAYEE_LIMIT',
  PAYEE_NOT_FOUND: 'PAYEE_NOT_FOUND',
} as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: refusalDescriptions.codes,
  valuesConfig: {
    PAYEE_NAME_INVALID: { description: 'The name is empty, longer than 70 characters, or has characters that cannot be shown.' },
    PAYEE_PHONE_INVALID: { description: 'This is no Ukrainian phone number.' },
    PAYEE_IBAN_INVALID: { description: 'This is no Ukrainian IBAN, or its check digits are wrong.' },
    PAYEE_CARD_INVALID: { description: 'The token or the last four digits are malformed.' },
    PAYEE_CARD_NUMBER: { description: 'A card number was given. It was not stored; use a phone number, an IBAN or a token.' },
    PAYEE_EXISTS: { description: 'The customer has saved a payee with this destination already.' },
    PAYEE_LIMIT: { description: 'The customer has as many payees as are allowed.' },
    PAYEE_NOT_FOUND: { description: 'You have no payee with this ID.' },
  },
});

@InterfaceType('Refusal', { description: refusalDescriptions.refusal, autoRegisterImplementations: false })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: refusalDescriptions.code })
  code!: RefusalCode;

  @Field(() => String, { description: refusalDescriptions.message })
  message!: string;
}
