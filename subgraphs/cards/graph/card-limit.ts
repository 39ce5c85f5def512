import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { CardLimitRecord } from '#legacy-adapters/card-processing/index.ts';
import { Money, toMoney } from '../../kit/money.ts';

export const CardLimitKind = {
  CASH_DAY: 'CASH_DAY',
  PURCHASE_DAY: 'PURCHASE_DAY',
  ONLINE_DAY: 'ONLINE_DAY',
  TRANSFER_MONTH: 'TRANSFER_MONTH',
} as const;
export type CardLimitKind = (typeof CardLimitKind)[keyof typeof CardLimitKind];

registerEnumType(CardLimitKind, {
  name: 'CardLimitKind',
  description: 'The spending that a limit covers, and its period. New values may be added.',
  valuesConfig: {
    CASH_DAY: { description: 'ATM withdrawals per day.' },
    PURCHASE_DAY: { description: 'In-store purchases per day.' },
    ONLINE_DAY: { description: 'Online purchases per day.' },
    TRANSFER_MONTH: { description: 'Transfers from the card per calendar month.' },
  },
});

@ObjectType({ description: 'A spending limit on a card.' })
export class CardLimit {
  @Field(() => CardLimitKind, { description: 'The spending the limit covers, and its period.' })
  kind!: CardLimitKind;

  @Field(() => Money, { description: 'The maximum that can be spent in the period.' })
  limit!: Money;

  @Field(() => Money, { description: 'The amount spent in the current period.' })
  used!: Money;
}

export function toCardLimit(record: CardLimitRecord): CardLimit {
  return { kind: record.kind, limit: toMoney(record.limit), used: toMoney(record.used) };
}
