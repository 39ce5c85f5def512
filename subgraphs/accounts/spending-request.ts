import type { StatementEntry, StatementQuery } from '#legacy-adapters/core-banking/index.ts';
import { parseDecimal } from '#platform/decimal.ts';
import { BankError } from '#platform/errors.ts';
import type { SpendingArgs } from './spending.ts';

const monthsMax = 24;
const pageSize = 2_000;
/** A busy business account may have more than this in two years; a shorter period has not. */
const pagesMax = 10;
const zero = parseDecimal('0');

/** The months of the period, the oldest first. Throws BAD_USER_INPUT for one that is reversed or too long. */
export function monthsOf({ monthFrom, monthTo }: SpendingArgs): string[] {
  const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [first, last] = [indexOf(monthFrom), indexOf(monthTo)];
  if (first > last) throw new BankError('BAD_USER_INPUT', 'monthFrom is after monthTo.');
  if (last - first >= monthsMax) throw new BankError('BAD_USER_INPUT', `The period must be at most ${monthsMax} months.`);
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const index = first + offset;
    return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

type Page = { readonly entries: readonly StatementEntry[]; readonly hasMore: boolean };

/** All entries of an account in whole months that took money from it, in a few large pages. Throws BAD_USER_INPUT for too many. */
export async function readOutgoing(
  accountNumber: string,
  months: readonly string[],
  read: (query: StatementQuery) => Promise<Page>,
): Promise<StatementEntry[]> {
  const filter = { postedFrom: `${months[0]}-01`, postedTo: lastDayOf(months.at(-1) ?? ''), amountTo: zero };
  const entries: StatementEntry[] = [];
  for (let page = 0; page < pagesMax; page += 1) {
    const found = await read({ accountNumber, filter, pageSize, afterEntry: entries.at(-1)?.entryNumber });
    entries.push(...found.entries);
    if (!found.hasMore || found.entries.length === 0) return entries;
  }
  throw new BankError('BAD_USER_INPUT', `The period has more than ${pagesMax * pageSize} transactions; ask for a shorter one.`);
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const day = new Date(Date.UTC(2000, number, 0));
  day.setUTCFullYear(year, number, 0);
  return `${month}-${String(day.getUTCDate()).padStart(2, '0')}`;
}
