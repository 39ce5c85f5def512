import { Ctx, Query, Resolver } from 'type-graphql';
import { ExchangeRate, toExchangeRate } from './exchange-rate.ts';
import type { RatesContext } from './rates-context.ts';

const ratesMax = 50;

@Resolver(() => ExchangeRate)
export class RatesResolver {
  @Query(() => [ExchangeRate], {
    nullable: true,
    description:
      "The bank's exchange rates, one per currency. At most 50, at most 30 seconds old. No token required. Null, with an error, if core banking is unavailable.",
  })
  async exchangeRates(@Ctx() { cache, trace }: RatesContext): Promise<ExchangeRate[]> {
    const rates = await cache.read(trace);
    return rates.flatMap((rate) => toExchangeRate(rate) ?? []).slice(0, ratesMax);
  }
}
