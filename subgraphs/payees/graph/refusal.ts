import { defineRefusals } from '../../kit/refusal.ts';

export const { RefusalCode, Refusal } = defineRefusals({
  PAYEE_NAME_INVALID: 'The name is empty, longer than 70 characters, or has characters that cannot be shown.',
  PAYEE_PHONE_INVALID: 'This is no Ukrainian phone number.',
  PAYEE_IBAN_INVALID: 'This is no Ukrainian IBAN, or its check digits are wrong.',
  PAYEE_CARD_INVALID: 'The token or the last four digits are malformed.',
  PAYEE_CARD_NUMBER: 'A card number was given. It was not stored; use a phone number, an IBAN or a token.',
  PAYEE_EXISTS: 'The customer has saved a payee with this destination already.',
  PAYEE_LIMIT: 'The customer has as many payees as are allowed.',
  PAYEE_NOT_FOUND: 'You have no payee with this ID.',
});
export type RefusalCode = keyof typeof RefusalCode;
