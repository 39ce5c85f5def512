import { Field, InterfaceType, registerEnumType } from 'type-graphql';
import { refusalDescriptions } from '../../kit/refusal.ts';

export const RefusalCode = {
  CARD_NOT_FOUND: 'CARD_NOT_FOUND',
  CARD_CLOSED: 'CARD_CLOSED',
  CARD_EXPIRED: 'CARD_EXPIRED',
  CARD_BLOCKED_BY_BANK: 'CARD_BLOCKED_BY_BANK',
} as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: refusalDescriptions.codes,
  valuesConfig: {
    CARD_NOT_FOUND: { description: 'You have no card with this ID.' },
    CARD_CLOSED: { description: 'The card is permanently closed.' },
    CARD_EXPIRED: { description: 'The card has expired.' },
    CARD_BLOCKED_BY_BANK: { description: 'The bank blocked the card. Only the bank can unblock it.' },
  },
});

@InterfaceType('Refusal', { description: refusalDescriptions.refusal, autoRegisterImplementations: false })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: refusalDescriptions.code })
  code!: RefusalCode;

  @Field(() => String, { description: refusalDescriptions.message })
  message!: string;
}
