import { z } from 'zod';
import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { childrenOf, textOf, toLong } from '#legacy-adapters/simulation/soap-input.ts';
import type { World } from '#legacy-adapters/simulation/world.ts';
import { compareDecimals, parseDecimal } from '#platform/decimal.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { done, refused, resultCodes } from './results.ts';

const queriesMax = 500;
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

/**
 * Pages of statements, one a query, newest entry first. A page is known by its account alone, so two queries of one
 * account in a request are refused.
 */
export function createStatementRead(world: World, ledger: Ledger): Operation {
  const customersAccounts = new Set(world.accounts.map(({ accountId }) => accountId));
  return (input) => {
    const given = childrenOf(input, 'query');
    const queries = given.map(readQuery).filter((query) => query !== undefined);
    const distinct = new Set(queries.map(({ accountId }) => accountId)).size;
    const rows = queries.reduce((sum, { pageSize }) => sum + pageSize, 0);
    if (distinct !== given.length || given.length > queriesMax || rows > rowsMax) return refused(resultCodes.malformed);
    const pages = queries
      .filter(({ accountId }) => customersAccounts.has(accountId))
      .map((query) => readPage(query, ledger.entries(query.accountId)));
    return { ...done, page: pages.reverse() };
  };
}

function readPage(query: StatementQuery, entries: readonly LedgerEntry[]): object {
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

function matches(query: StatementQuery, text: string | undefined, entry: LedgerEntry): boolean {
  const { postedFrom, postedTo, amountFrom, amountTo, afterEntryId } = query;
  if (afterEntryId !== undefined && BigInt(entry.entryId) >= BigInt(afterEntryId)) return false;
  if (postedFrom !== undefined && entry.postedOn < postedFrom) return false;
  if (postedTo !== undefined && entry.postedOn > postedTo) return false;
  if (amountFrom !== undefined && compareDecimals(entry.amount, amountFrom) < 0) return false;
  if (amountTo !== undefined && compareDecimals(entry.amount, amountTo) > 0) return false;
  if (text === undefined) return true;
  return `${entry.description}\n${entry.counterparty ?? ''}`.toLocaleLowerCase('uk').includes(text);
}

function toEntry(entry: LedgerEntry): object {
  const { entryId, postedOn, bookedAt, amount, currency, balanceAfter, description, counterparty } = entry;
  return { entryId, postedOn, bookedAt, amount, currency, balanceAfter, description, counterparty };
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
