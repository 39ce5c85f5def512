import { defineRefusals } from '../../kit/refusal.ts';

export const { RefusalCode, Refusal } = defineRefusals({
  CARD_NOT_FOUND: 'You have no card with this ID.',
  CARD_CLOSED: 'The card is permanently closed.',
  CARD_EXPIRED: 'The card has expired.',
  CARD_BLOCKED_BY_BANK: 'The bank blocked the card. Only the bank can unblock it.',
});
export type RefusalCode = keyof typeof RefusalCode;
