import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { CardLimitRecord } from '#legacy-adapters/card-processing/index.ts';
import { Money, toMoney } from '../../kit/money.ts';

export const CardLimitKind = {
  CASH_WITHDRAWAL: 'CASH_WITHDRAWAL',
  IN_STORE_PURCHASE: 'IN_STORE_PURCHASE',
  ONLINE_PURCHASE: 'ONLINE_PURCHASE',
  TRANSFER: 'TRANSFER',
} as const;
export type CardLimitKind = (typeof CardLimitKind)[keyof typeof CardLimitKind];

registerEnumType(CardLimitKind, {
  name: 'CardLimitKind',
  description: 'The spending that a limit covers. New values may be added.',
  valuesConfig: {
    CASH_WITHDRAWAL: { description: 'ATM withdrawals.' },
    IN_STORE_PURCHASE: { description: 'In-store purchases.' },
    ONLINE_PURCHASE: { description: 'Online purchases.' },
    TRANSFER: { description: 'Transfers from the card.' },
  },
});

export const CardLimitPeriod = { DAY: 'DAY', MONTH: 'MONTH' } as const;
export type CardLimitPeriod = (typeof CardLimitPeriod)[keyof typeof CardLimitPeriod];

registerEnumType(CardLimitPeriod, {
  name: 'CardLimitPeriod',
  description: 'The period that a limit covers, by the time in Kyiv. New values may be added.',
  valuesConfig: { DAY: { description: 'A calendar day.' }, MONTH: { description: 'A calendar month.' } },
});

@ObjectType({ description: 'A spending limit on a card.' })
export class CardLimit {
  @Field(() => CardLimitKind, { description: 'The spending the limit covers.' })
  kind!: CardLimitKind;

  @Field(() => CardLimitPeriod, { description: 'The period the limit covers. The amount spent starts again at zero with each.' })
  period!: CardLimitPeriod;

  @Field(() => Money, { description: 'The maximum that can be spent in the period.' })
  limit!: Money;

  @Field(() => Money, { description: 'The amount spent in the current period.' })
  used!: Money;
}

export function toCardLimit(record: CardLimitRecord): CardLimit {
  return { kind: record.kind, period: record.period, limit: toMoney(record.limit), used: toMoney(record.used) };
}
