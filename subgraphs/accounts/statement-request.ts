import type { StatementFilter, StatementQuery } from '#legacy-adapters/core-banking/index.ts';
import { compareDecimals, isDecimal } from '#platform/decimal.ts';
import { BankError } from '#platform/errors.ts';
import { checkPageSize } from '../kit/connection.ts';
import type { ListCursors } from '../kit/cursors.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import { checkSearchText } from '../kit/search-text.ts';
import type { TransactionFilter, TransactionsArgs } from './transaction.ts';

/** Checks the arguments of `Account.transactions` and puts them into the core's terms; its cursors are of this account and filter. */
export function toStatementQuery(
  accountNumber: string,
  args: TransactionsArgs,
  ids: GraphIds,
): { readonly query: StatementQuery; readonly cursors: ListCursors } {
  const filter = checkFilter(args.filter);
  const cursors = ids.cursors.of(['transactions', accountNumber, filter]);
  const afterEntry = args.after == null ? undefined : cursors.decode(args.after);
  return { query: { accountNumber, pageSize: checkPageSize(args.first), afterEntry, filter }, cursors };
}

function checkFilter(filter: TransactionFilter | null | undefined): StatementFilter {
  if (filter == null) return {};
  const { postedFrom, postedTo, amountFrom, amountTo, text } = filter;
  if (postedFrom && postedTo && postedFrom > postedTo) throw new BankError('BAD_USER_INPUT', 'postedFrom is after postedTo.');
  const from = amountFrom != null && isDecimal(amountFrom) ? amountFrom : undefined;
  const to = amountTo != null && isDecimal(amountTo) ? amountTo : undefined;
  if (from && to && compareDecimals(from, to) > 0) throw new BankError('BAD_USER_INPUT', 'amountFrom is above amountTo.');
  return {
    postedFrom: postedFrom ?? undefined,
    postedTo: postedTo ?? undefined,
    amountFrom: from,
    amountTo: to,
    text: checkSearchText(text, 'text'),
  };
}
