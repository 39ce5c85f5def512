import { Ctx, Query, Resolver } from 'type-graphql';
import { ExchangeRate, toExchangeRate } from './exchange-rate.ts';
import type { RatesContext } from './rates-context.ts';

const ratesMax = 50;

@Resolver(() => ExchangeRate)
export class RatesResolver {
  @Query(() => [ExchangeRate], {
    nullable: true,
    description:
      'The rates at which the bank exchanges currencies, at most 30 seconds old. At most 50, one a currency. Needs no token. Null, with an error, while the core is unavailable.',
  })
  async exchangeRates(@Ctx() { cache, trace }: RatesContext): Promise<ExchangeRate[]> {
    const rates = await cache.read(trace);
    return rates.flatMap((rate) => toExchangeRate(rate) ?? []).slice(0, ratesMax);
  }
}
