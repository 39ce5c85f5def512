import { registerEnumType } from 'type-graphql';

export const CardStatus = {
  ACTIVE: 'ACTIVE',
  LOCKED: 'LOCKED',
  BLOCKED_BY_BANK: 'BLOCKED_BY_BANK',
  EXPIRED: 'EXPIRED',
  CLOSED: 'CLOSED',
} as const;
export type CardStatus = (typeof CardStatus)[keyof typeof CardStatus];

registerEnumType(CardStatus, {
  name: 'CardStatus',
  description: 'The status of a card. New values may be added; treat an unknown one as unusable.',
  valuesConfig: {
    ACTIVE: { description: 'The card can be used.' },
    LOCKED: { description: 'The cardholder locked the card and can unlock it.' },
    BLOCKED_BY_BANK: { description: 'The bank blocked the card. Only the bank can unblock it.' },
    EXPIRED: { description: 'The card has expired.' },
    CLOSED: { description: 'The card is permanently closed.' },
  },
});
