import { compareDecimals } from '#platform/decimal.ts';
import { LegacyUnreachable } from '#platform/errors.ts';
import { createPortValues } from '../kit/port-values.ts';
import type * as wire from './generated/types.ts';
import type { StatementEntry, StatementPage, StatementQuery, TransactionKind, TransactionStatus } from './port.ts';

const name = 'core-banking';
const values = createPortValues(name);

/** Of the rows that one answer may have; as many as fit into the bytes that an answer may have. The core itself allows 50,000. */
const rowsOfRoundMax = 8_000;

const kinds: Readonly<Record<string, TransactionKind>> = {
  POS: 'CARD_PAYMENT',
  ATM: 'CASH_WITHDRAWAL',
  TRF: 'TRANSFER',
  BIL: 'BILL_PAYMENT',
  DEP: 'DEPOSIT',
  SAL: 'SALARY',
  INT: 'INTEREST',
  CBK: 'CASHBACK',
  REF: 'REFUND',
  FEE: 'FEE',
};
const statuses: Readonly<Record<wire.EntryStatus, TransactionStatus>> = { B: 'BOOKED', H: 'ON_HOLD' };
const maskedPan = /^\d{6}\*{6}(\d{4})$/;

/**
 * The calls that queries take. The core answers by account, so an account that is asked for in two ways needs two calls; and it
 * limits the rows of an answer.
 */
export function statementRounds(queries: readonly StatementQuery[]): StatementQuery[][] {
  const rounds: { readonly queries: StatementQuery[]; readonly accounts: Set<string>; rows: number }[] = [];
  for (const query of queries) {
    const { accountNumber, pageSize } = query;
    const open = rounds.find(({ accounts, rows }) => !accounts.has(accountNumber) && rows + pageSize <= rowsOfRoundMax);
    const round = open ?? { queries: [], accounts: new Set<string>(), rows: 0 };
    if (open === undefined) rounds.push(round);
    round.queries.push(query);
    round.accounts.add(accountNumber);
    round.rows += pageSize;
  }
  return rounds.map((round) => round.queries);
}

export function toStatementQuery({ accountNumber, filter, afterEntry, pageSize }: StatementQuery): wire.StatementQuery {
  return {
    accountId: accountNumber,
    postedFrom: filter.postedFrom,
    postedTo: filter.postedTo,
    amountFrom: filter.amountFrom,
    amountTo: filter.amountTo,
    text: filter.text,
    afterEntryId: afterEntry,
    pageSize,
  };
}

export function toStatementPage(page: wire.StatementPage, { filter, pageSize }: StatementQuery): StatementPage {
  const { postedFrom = '', postedTo = '9999-12-31', amountFrom, amountTo } = filter;
  const isAskedFor = ({ postedOn, amount }: wire.StatementEntry) =>
    postedFrom <= postedOn &&
    postedOn <= postedTo &&
    (amountFrom === undefined || compareDecimals(amount, amountFrom) >= 0) &&
    (amountTo === undefined || compareDecimals(amount, amountTo) <= 0);
  if (page.entry.length > pageSize || !page.entry.every(isAskedFor)) throw contradiction('about other entries of the account');
  if (new Set(page.entry.map(({ entryId }) => entryId)).size < page.entry.length) throw contradiction('one entry twice');
  return { hasMore: page.hasMore, entries: page.entry.map(toStatementEntry) };
}

export function toStatementEntry(entry: wire.StatementEntry): StatementEntry {
  const { currency, balanceAfter, mcc } = entry;
  const isHold = entry.status === 'H';
  if (isHold !== (balanceAfter === null)) throw contradiction(isHold ? 'a hold with a balance after it' : 'an entry without a balance');
  return {
    entryNumber: values.id(entry.entryId, 'entryId'),
    status: statuses[entry.status],
    kind: kinds[entry.typeCode] ?? 'OTHER',
    postedOn: values.date(entry.postedOn, 'postedOn'),
    bookedAt: values.moment(entry.bookedAt, 'bookedAt'),
    amount: { amount: entry.amount, currency },
    balanceAfter: balanceAfter === null ? undefined : { amount: balanceAfter, currency },
    description: entry.description,
    counterparty: entry.counterparty ?? undefined,
    merchantName: entry.merchantName ?? undefined,
    merchantCategoryCode: mcc === null ? undefined : values.matching(mcc, /^\d{4}$/, 'mcc'),
    cardLastFour: entry.maskedPan === null ? undefined : values.matching(entry.maskedPan, maskedPan, 'maskedPan').replace(maskedPan, '$1'),
  };
}

export function contradiction(what: string): LegacyUnreachable {
  return new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', `the answer is ${what}`);
}
