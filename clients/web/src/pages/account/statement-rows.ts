import type { TransactionRowFragment } from '../../generated/graphql.ts';

/** A line of the statement: the day, or a transaction of it. */
export type StatementRow = { readonly day: string } | { readonly transaction: TransactionRowFragment };

/** Transactions come the newest first; each day's stand under it. */
export function rowsOf(transactions: readonly TransactionRowFragment[]): StatementRow[] {
  const rows: StatementRow[] = [];
  let day: string | undefined;
  for (const transaction of transactions) {
    if (transaction.postedOn !== day) {
      day = transaction.postedOn;
      rows.push({ day });
    }
    rows.push({ transaction });
  }
  return rows;
}
