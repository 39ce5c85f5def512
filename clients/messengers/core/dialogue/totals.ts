import { addDecimals, type Decimal, parseDecimal } from '#platform/decimal.ts';

export interface Sum {
  readonly amount: Decimal;
  readonly currency: string;
}

/** The exact sums, one for each currency, in the order in which they come; undefined where one amount is not known: any sum would be wrong. */
export function totalsOf(amounts: readonly ({ readonly amount: string; readonly currency: string } | null)[]): Sum[] | undefined {
  const sums = new Map<string, Decimal>();
  for (const money of amounts) {
    const amount = money === null ? undefined : parseDecimal(money.amount);
    if (money === null || amount === undefined) return undefined;
    const before = sums.get(money.currency);
    sums.set(money.currency, before === undefined ? amount : addDecimals(before, amount));
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
