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
  description: 'What a card can do now. More may come: treat an unknown one as not usable.',
  valuesConfig: {
    ACTIVE: { description: 'It works.' },
    LOCKED: { description: 'Its holder locked it and can unlock it.' },
    BLOCKED_BY_BANK: { description: 'The bank blocked it; only the bank can change that.' },
    EXPIRED: { description: 'It is past its last month.' },
    CLOSED: { description: 'It is closed for good.' },
  },
});
