import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { CardLimitRecord } from '#legacy-adapters/card-processing/index.ts';
import { Money, toMoney } from '../kit/money.ts';

export const CardLimitKind = {
  CASH_DAY: 'CASH_DAY',
  PURCHASE_DAY: 'PURCHASE_DAY',
  ONLINE_DAY: 'ONLINE_DAY',
  TRANSFER_MONTH: 'TRANSFER_MONTH',
} as const;
export type CardLimitKind = (typeof CardLimitKind)[keyof typeof CardLimitKind];

registerEnumType(CardLimitKind, {
  name: 'CardLimitKind',
  description: 'What a limit limits, and over what time. More may come.',
  valuesConfig: {
    CASH_DAY: { description: 'Cash from machines, a day.' },
    PURCHASE_DAY: { description: 'Purchases at tills, a day.' },
    ONLINE_DAY: { description: 'Purchases on line, a day.' },
    TRANSFER_MONTH: { description: 'Transfers from the card, a calendar month.' },
  },
});

@ObjectType({ description: 'How much a card may still do of one kind of spending.' })
export class CardLimit {
  @Field(() => CardLimitKind, { description: 'Which spending, over what time.' })
  kind!: CardLimitKind;

  @Field(() => Money, { description: 'The most that may be spent in that time.' })
  limit!: Money;

  @Field(() => Money, { description: 'What has been spent in it so far.' })
  used!: Money;
}

export function toCardLimit(record: CardLimitRecord): CardLimit {
  return { kind: record.kind, limit: toMoney(record.limit), used: toMoney(record.used) };
}
