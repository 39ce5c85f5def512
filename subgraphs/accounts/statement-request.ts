import type { StatementFilter, StatementQuery } from '../../legacy-adapters/core-banking/index.ts';
import { compareDecimals, isDecimal } from '../../platform/decimal.ts';
import { BankError } from '../../platform/errors.ts';
import { checkPageSize } from '../kit/connection.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import type { OperationFilter, OperationsArgs } from './operation.ts';

const textLengthMax = 100;

/** Checks the arguments of `Account.operations` and puts them into the core's terms. */
export function toStatementQuery(accountNumber: string, args: OperationsArgs, ids: GraphIds): StatementQuery {
  return {
    accountNumber,
    pageSize: checkPageSize(args.first),
    afterEntry: args.after == null ? undefined : decodeCursor(args.after, ids),
    filter: checkFilter(args.filter),
  };
}

function decodeCursor(after: string, ids: GraphIds): string {
  const entry = ids.operation.decode(after);
  if (entry === undefined) throw new BankError('BAD_USER_INPUT', 'after is not a cursor of this list.');
  return entry;
}

function checkFilter(filter: OperationFilter | null | undefined): StatementFilter {
  if (filter == null) return {};
  const { postedFrom, postedTo, amountFrom, amountTo, text } = filter;
  if (postedFrom && postedTo && postedFrom > postedTo) throw new BankError('BAD_USER_INPUT', 'postedFrom is after postedTo.');
  const from = amountFrom != null && isDecimal(amountFrom) ? amountFrom : undefined;
  const to = amountTo != null && isDecimal(amountTo) ? amountTo : undefined;
  if (from && to && compareDecimals(from, to) > 0) throw new BankError('BAD_USER_INPUT', 'amountFrom is above amountTo.');
  return { postedFrom: postedFrom ?? undefined, postedTo: postedTo ?? undefined, amountFrom: from, amountTo: to, text: checkText(text) };
}

/** Characters that XML 1.0 (section 2.2) cannot carry, and those that turn a text around, have no place in a search. */
const unprintable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

function checkText(text: string | undefined | null): string | undefined {
  if (text == null) return undefined;
  if (text.length < 1 || text.length > textLengthMax)
    throw new BankError('BAD_USER_INPUT', `text must have 1 to ${textLengthMax} characters.`);
  if (unprintable.test(text)) throw new BankError('BAD_USER_INPUT', 'text has characters that cannot be searched for.');
  return text;
}
