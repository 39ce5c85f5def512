import type { CoreBanking, ExchangeRateRecord } from '#legacy-adapters/core-banking/index.ts';
import { createSingleFlightCache, type SingleFlightCache } from '../kit/single-flight-cache.ts';

export interface RatesCacheOptions {
  readonly core: Pick<CoreBanking, 'findExchangeRates'>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

export type RatesCache = SingleFlightCache<readonly ExchangeRateRecord[]>;

/** The rates are for everybody, so anybody may ask for them at any speed without saying who he is. None of that may reach the core. */
export function createRatesCache({ core, now }: RatesCacheOptions): RatesCache {
  return createSingleFlightCache({ ask: (call) => core.findExchangeRates(call), freshMs: 30_000, failureMs: 2_000, now });
}
