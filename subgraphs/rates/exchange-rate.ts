import { Field, Int, ObjectType } from 'type-graphql';
import type { ExchangeRateRecord } from '#legacy-adapters/core-banking/index.ts';
import { Currency, isCurrency } from '../kit/money.ts';
import { GraphQLDecimal, GraphQLInstant } from '../kit/scalars.ts';

@ObjectType({ description: "The bank's public exchange rate for one currency." })
export class ExchangeRate {
  @Field(() => Currency, { description: 'The currency being bought and sold.' })
  currency!: Currency;

  @Field(() => Currency, { description: 'The currency of the prices: UAH.' })
  quoteCurrency!: Currency;

  @Field(() => Int, { description: 'The number of units of `currency` that the prices apply to: usually 1, 10 for CZK.' })
  units!: number;

  @Field(() => GraphQLDecimal, { description: 'The price the bank buys at, in `quoteCurrency`: "41.25".' })
  buy!: string;

  @Field(() => GraphQLDecimal, { description: 'The price the bank sells at, in `quoteCurrency`: "41.85".' })
  sell!: string;

  @Field(() => GraphQLInstant, { description: 'The time the rate took effect.' })
  asOf!: string;
}

/** Nothing for a currency that the graph does not name: the other rates are worth showing without it. */
export function toExchangeRate({ currency, quoteCurrency, units, buy, sell, setAt }: ExchangeRateRecord): ExchangeRate | undefined {
  if (!isCurrency(currency) || !isCurrency(quoteCurrency)) return undefined;
  return { currency, quoteCurrency, units, buy, sell, asOf: setAt };
}
