import { Field, InterfaceType, registerEnumType } from 'type-graphql';

export const RefusalCode = {
  CARD_NOT_FOUND: 'CARD_NOT_FOUND',
  CARD_CLOSED: 'CARD_CLOSED',
  CARD_EXPIRED: 'CARD_EXPIRED',
  CARD_BLOCKED_BY_BANK: 'CARD_BLOCKED_BY_BANK',
  BILLER_NOT_FOUND: 'BILLER_NOT_FOUND',
  BILLER_FIELDS_REFUSED: 'BILLER_FIELDS_REFUSED',
  PAYER_NOT_FOUND: 'PAYER_NOT_FOUND',
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
    BILLER_NOT_FOUND: { description: 'There is no such biller.' },
    BILLER_FIELDS_REFUSED: { description: 'What was filled in for the biller is not right; the faults say where.' },
    PAYER_NOT_FOUND: { description: 'The biller knows nobody by what was filled in.' },
  },
});

@InterfaceType({ description: 'An answer that says no, with what a client needs to act on it.', autoRegisterImplementations: false })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: 'Stable; switch on it or on `__typename`.' })
  code!: RefusalCode;

  @Field(() => String, { description: "A sentence for the user, in the caller's language." })
  message!: string;
}
