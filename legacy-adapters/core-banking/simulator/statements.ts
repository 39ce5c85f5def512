import { z } from 'zod';
import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { childrenOf, longsOf, textOf, toLong } from '#legacy-adapters/simulation/soap-input.ts';
import { noDetails, type World, type WorldHold } from '#legacy-adapters/simulation/world.ts';
import { compareDecimals, parseDecimal } from '#platform/decimal.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { done, refused, resultCodes } from './results.ts';

const queriesMax = 500;
const idsMax = 500;
/** The rows that one answer may have, over all its pages. */
const rowsMax = 50_000;

const long = z.string().transform((text, context) => toLong(text) ?? issue(context, 'no long'));
const decimal = z.string().transform((text, context) => parseDecimal(text) ?? issue(context, 'no decimal'));
const statementQuery = z.object({
  accountId: long,
  postedFrom: z.iso.date().optional(),
  postedTo: z.iso.date().optional(),
  amountFrom: decimal.optional(),
  amountTo: decimal.optional(),
  text: z.string().max(200).optional(),
  afterEntryId: long.optional(),
  pageSize: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(5_000)),
});
type StatementQuery = z.infer<typeof statementQuery>;
export interface Hold extends WorldHold {
  readonly entryId: string;
}
type Entry = LedgerEntry | Hold;

/**
 * Pages of statements, one a query, newest entry first. A page is known by its account alone, so two queries of one
 * account in a request are refused.
 */
export function createStatementRead(world: World, ledger: Ledger, holds: readonly Hold[]): Operation {
  const customersAccounts = new Set(world.accounts.map(({ accountId }) => accountId));
  const holdsOf = Map.groupBy(holds, ({ accountId }) => accountId);
  return (input) => {
    const given = childrenOf(input, 'query');
    const queries = given.map(readQuery).filter((query) => query !== undefined);
    const distinct = new Set(queries.map(({ accountId }) => accountId)).size;
    const rows = queries.reduce((sum, { pageSize }) => sum + pageSize, 0);
    if (distinct !== given.length || given.length > queriesMax || rows > rowsMax) return refused(resultCodes.malformed);
    const pages = queries
      .filter(({ accountId }) => customersAccounts.has(accountId))
      .map((query) => readPage(query, together(ledger.entries(query.accountId), holdsOf.get(query.accountId))));
    return { ...done, page: pages.reverse() };
  };
}

/** Entries by their ids, whatever accounts they are on; those that are unknown are absent. */
export function createEntryRead(world: World, ledger: Ledger, holds: readonly Hold[]): Operation {
  return (input) => {
    const ids = longsOf(input, 'entryId', idsMax);
    if (ids === undefined) return refused(resultCodes.malformed);
    const wanted = new Set(ids);
    const entries = world.accounts.flatMap(({ accountId }) => ledger.entries(accountId).filter(({ entryId }) => wanted.has(entryId)));
    const onHold = holds.filter(({ entryId }) => wanted.has(entryId));
    return { ...done, found: [...entries, ...onHold].map((entry) => ({ accountId: entry.accountId, entry: toEntry(entry) })) };
  };
}

/** Oldest first, which is the order of their ids. */
function together(entries: readonly LedgerEntry[], holds: readonly Hold[] | undefined): readonly Entry[] {
  if (holds === undefined) return entries;
  return [...entries, ...holds].sort((a, b) => (BigInt(a.entryId) < BigInt(b.entryId) ? -1 : 1));
}

function readPage(query: StatementQuery, entries: readonly Entry[]): object {
  const text = query.text?.toLocaleLowerCase('uk');
  const page: object[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined || !matches(query, text, entry)) continue;
    if (page.length === query.pageSize) return { accountId: query.accountId, entry: page, hasMore: 'true' };
    page.push(toEntry(entry));
  }
  return { accountId: query.accountId, entry: page, hasMore: 'false' };
}

function matches(query: StatementQuery, text: string | undefined, entry: Entry): boolean {
  const { postedFrom, postedTo, amountFrom, amountTo, afterEntryId } = query;
  if (afterEntryId !== undefined && BigInt(entry.entryId) >= BigInt(afterEntryId)) return false;
  if (postedFrom !== undefined && entry.postedOn < postedFrom) return false;
  if (postedTo !== undefined && entry.postedOn > postedTo) return false;
  if (amountFrom !== undefined && compareDecimals(entry.amount, amountFrom) < 0) return false;
  if (amountTo !== undefined && compareDecimals(entry.amount, amountTo) > 0) return false;
  if (text === undefined) return true;
  return `${entry.description}\n${entry.counterparty ?? ''}`.toLocaleLowerCase('uk').includes(text);
}

function toEntry(entry: Entry): object {
  const { entryId, postedOn, bookedAt, amount, currency, description, counterparty, details = noDetails } = entry;
  const { typeCode, mcc, merchantName, maskedPan } = details;
  const isBooked = 'balanceAfter' in entry;
  return {
    entryId,
    postedOn,
    bookedAt,
    amount,
    currency,
    balanceAfter: isBooked ? entry.balanceAfter : null,
    description,
    counterparty,
    status: isBooked ? 'B' : 'H',
    typeCode,
    mcc,
    merchantName,
    maskedPan,
  };
}

/** `undefined` when any part of the query is not what the WSDL allows. */
function readQuery(node: unknown): StatementQuery | undefined {
  const given = Object.keys(statementQuery.shape).map((name) => [name, textOf(node, name)] as const);
  return statementQuery.safeParse(Object.fromEntries(given.filter(([, text]) => text !== undefined))).data;
}

function issue(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
