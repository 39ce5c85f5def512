import { Field, InterfaceType, registerEnumType } from 'type-graphql';

export const RefusalCode = {
  CARD_NOT_FOUND: 'CARD_NOT_FOUND',
  CARD_CLOSED: 'CARD_CLOSED',
  CARD_EXPIRED: 'CARD_EXPIRED',
  CARD_BLOCKED_BY_BANK: 'CARD_BLOCKED_BY_BANK',
} as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: 'Why the bank refused. More may come: for a code that you do not know, show the message.',
  valuesConfig: {
    CARD_NOT_FOUND: { description: 'The caller has no such card.' },
    CARD_CLOSED: { description: 'The card is closed for good.' },
    CARD_EXPIRED: { description: 'The card is past its last month.' },
    CARD_BLOCKED_BY_BANK: { description: 'The bank blocked the card; only the bank can change that.' },
  },
});

@InterfaceType({ description: 'An answer that says no, with what a client needs to act on it.', autoRegisterImplementations: false })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: 'Stable; switch on it or on `__typename`.' })
  code!: RefusalCode;

  @Field(() => String, { description: "A sentence for the user, in the caller's language." })
  message!: string;
}
