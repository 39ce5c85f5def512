import { type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import type { Random } from '../random.ts';

export interface WorldExchangeRate {
  readonly currency: string;
  readonly quoteCurrency: 'UAH';
  /** The prices are for so many units. */
  readonly units: number;
  readonly buy: Decimal;
  readonly sell: Decimal;
}

/** About what they cost, in kopecks: `[currency, units, middle]`. */
const middles = [
  ['USD', 1, 4_150],
  ['EUR', 1, 4_820],
  ['GBP', 1, 5_540],
  ['PLN', 1, 1_135],
  ['CHF', 1, 5_140],
  ['CZK', 10, 1_970],
] as const;

/** The bank's table of rates. The bank never sells below what it pays. */
export function createExchangeRates(random: Random): WorldExchangeRate[] {
  return middles.map(([currency, units, middle]) => {
    const drifted = middle + Math.round((middle * random.int(-80, 80)) / 10_000);
    const half = Math.round((middle * random.int(35, 90)) / 10_000);
    const price = (kopecks: number) => fromMinorUnits(BigInt(kopecks), 2);
    return { currency, quoteCurrency: 'UAH', units, buy: price(drifted - half), sell: price(drifted + half) };
  });
}
