import { lastDayOf, monthOf, monthsUpTo } from '../../format/dates.ts';
import { isNegative, magnitude, sum } from '../../format/decimal.ts';

export interface MonthOfSpending {
  /** `YYYY-MM`. */
  readonly month: string;
  /** What left the account in it, without a sign, exact. */
  readonly amount: string;
}

export interface SpendingTransaction {
  readonly postedOn: string;
  readonly amount: { readonly amount: string };
}

export const monthsShown = 6;

/** What to ask for: the months that end with the one of the latest transaction. */
export function periodOf(latest: string): { readonly postedFrom: string; readonly postedTo: string } {
  const months = monthsUpTo(monthOf(latest), monthsShown);
  return { postedFrom: `${months[0]}-01`, postedTo: lastDayOf(monthOf(latest)) };
}

/** A sum for each month up to `latest`, the oldest first; a month without spending has none. */
export function spendingByMonth(transactions: readonly SpendingTransaction[], latest: string): MonthOfSpending[] {
  const byMonth = new Map<string, string[]>(monthsUpTo(monthOf(latest), monthsShown).map((month) => [month, []]));
  for (const { postedOn, amount } of transactions) {
    if (isNegative(amount.amount)) byMonth.get(monthOf(postedOn))?.push(magnitude(amount.amount));
  }
  return [...byMonth].map(([month, amounts]) => ({ month, amount: sum(amounts) }));
}
