import { Field, Int, ObjectType } from 'type-graphql';
import type { ExchangeRateRecord } from '#legacy-adapters/core-banking/index.ts';
import { Currency, isCurrency } from '../kit/money.ts';
import { GraphQLDecimal, GraphQLInstant } from '../kit/scalars.ts';

@ObjectType({ description: 'What the bank pays and asks for a currency. For everybody, the same for all.' })
export class ExchangeRate {
  @Field(() => Currency, { description: 'The currency that is bought and sold.' })
  currency!: Currency;

  @Field(() => Currency, { description: 'The currency in which the prices are: UAH.' })
  quoteCurrency!: Currency;

  @Field(() => Int, { description: 'The prices are for so many units of `currency`: 1 for most, 10 for CZK.' })
  units!: number;

  @Field(() => GraphQLDecimal, { description: 'What the bank pays for them, in `quoteCurrency`: "41.25".' })
  buy!: string;

  @Field(() => GraphQLDecimal, { description: 'What the bank asks for them, in `quoteCurrency`: "41.85".' })
  sell!: string;

  @Field(() => GraphQLInstant, { description: 'The moment since which the bank has had this rate.' })
  asOf!: string;
}

/** Nothing for a currency that the graph does not name: the other rates are worth showing without it. */
export function toExchangeRate({ currency, quoteCurrency, units, buy, sell, setAt }: ExchangeRateRecord): ExchangeRate | undefined {
  if (!isCurrency(currency) || !isCurrency(quoteCurrency)) return undefined;
  return { currency, quoteCurrency, units, buy, sell, asOf: setAt };
}
