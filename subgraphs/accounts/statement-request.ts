import type { StatementFilter, StatementQuery } from '#legacy-adapters/core-banking/index.ts';
import { compareDecimals, isDecimal } from '#platform/decimal.ts';
import { BankError } from '#platform/errors.ts';
import { checkPageSize } from '../kit/connection.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import { checkSearchText } from '../kit/search-text.ts';
import type { TransactionFilter, TransactionsArgs } from './transaction.ts';

/** Checks the arguments of `Account.transactions` and puts them into the core's terms. */
export function toStatementQuery(accountNumber: string, args: TransactionsArgs, ids: GraphIds): StatementQuery {
  return {
    accountNumber,
    pageSize: checkPageSize(args.first),
    afterEntry: args.after == null ? undefined : decodeCursor(args.after, ids),
    filter: checkFilter(args.filter),
  };
}

function decodeCursor(after: string, ids: GraphIds): string {
  const entry = ids.transaction.decode(after);
  if (entry === undefined) throw new BankError('BAD_USER_INPUT', 'after is not a cursor of this list.');
  return entry;
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
