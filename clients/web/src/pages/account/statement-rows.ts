import type { OperationRowFragment } from '../../generated/graphql.ts';

/** A line of the statement: the day, or an operation of it. */
export type StatementRow = { readonly day: string } | { readonly operation: OperationRowFragment };

/** Operations come the newest first; each day's stand under it. */
export function rowsOf(operations: readonly OperationRowFragment[]): StatementRow[] {
  const rows: StatementRow[] = [];
  let day: string | undefined;
  for (const operation of operations) {
    if (operation.postedOn !== day) {
      day = operation.postedOn;
      rows.push({ day });
    }
    rows.push({ operation });
  }
  return rows;
}
