import { defineRefusals } from '../kit/refusal.ts';

export const { RefusalCode, Refusal } = defineRefusals({
  BILLER_NOT_FOUND: 'No biller has this ID.',
  BILLER_FIELDS_REFUSED: 'One or more fields are invalid; see `faults`.',
  PAYER_NOT_FOUND: 'The biller has no payer with these details.',
  RATE_LIMITED: 'Too many requests; wait for `retryAfterSeconds`.',
});
export type RefusalCode = keyof typeof RefusalCode;
