import { type Kysely, sql } from 'kysely';
import type { Transaction } from '#platform/database/transaction.ts';
import { type Destination, destinationKey, type Payee } from '../domain/payee.ts';
import type { Tables } from './tables.ts';

/** One at a time for each customer, to the end of the transaction: what is counted and looked for stays as it is until it is written. */
export async function lockPayeesOf(transaction: Transaction, customerNumber: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payees:${customerNumber}`}, 0))`.execute(transaction.tables());
}

export async function countPayees(tables: Kysely<Tables>, customerNumber: string): Promise<number> {
  const { count } = await tables
    .selectFrom('payee')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('customer_number', '=', customerNumber)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

export async function findByDestination(
  tables: Kysely<Tables>,
  customerNumber: string,
  destination: Destination,
): Promise<Payee | undefined> {
  const row = await selectPayees(tables)
    .where('customer_number', '=', customerNumber)
    .where('kind', '=', destination.kind)
    .where('value', '=', destinationKey(destination))
    .executeTakeFirst();
  return row === undefined ? undefined : toPayee(row);
}

/** Each of the numbers given, or undefined where there is none, or none any more. */
export async function findPayees(tables: Kysely<Tables>, numbers: readonly string[]): Promise<(Payee | undefined)[]> {
  const rows = await selectPayees(tables).where('number', 'in', numbers).execute();
  const found = new Map(rows.map((row) => [row.number, toPayee(row)]));
  return numbers.map((number) => found.get(number));
}

export interface PayeesQuery {
  readonly customerNumber: string;
  readonly countMax: number;
  /** The number of the payee after which to go on. */
  readonly after: string | undefined;
}

/** The newest first. */
export async function listPayees(tables: Kysely<Tables>, { customerNumber, countMax, after }: PayeesQuery): Promise<Payee[]> {
  const query = selectPayees(tables).where('customer_number', '=', customerNumber).orderBy('number', 'desc').limit(countMax);
  const rows = await (after === undefined ? query : query.where('number', '<', after)).execute();
  return rows.map(toPayee);
}

export async function insertPayee(
  transaction: Transaction,
  payee: Pick<Payee, 'customerNumber' | 'name' | 'destination'>,
): Promise<string> {
  const { customerNumber, name, destination } = payee;
  const { number } = await transaction
    .tables<Tables>()
    .insertInto('payee')
    .values({
      customer_number: customerNumber,
      name,
      kind: destination.kind,
      value: destinationKey(destination),
      last_four: destination.kind === 'CARD' ? destination.lastFour : null,
      created_at: sql`clock_timestamp()`,
      removed_at: null,
    })
    .returning(sql<string>`number::text`.as('number'))
    .executeTakeFirstOrThrow();
  return number;
}

export async function updateName(transaction: Transaction, number: string, name: string): Promise<void> {
  await transaction.tables<Tables>().updateTable('payee').set({ name }).where('number', '=', number).execute();
}

/** Takes the personal data out at once; the row goes with its keys, later. */
export async function erasePayee(transaction: Transaction, number: string): Promise<void> {
  await transaction
    .tables<Tables>()
    .updateTable('payee')
    .set({ name: '', value: '', last_four: null, removed_at: sql`clock_timestamp()` })
    .where('number', '=', number)
    .execute();
}

function selectPayees(tables: Kysely<Tables>) {
  return tables
    .selectFrom('payee')
    .select(['customer_number', 'name', 'kind', 'value', 'last_four', 'created_at'])
    .select(sql<string>`number::text`.as('number'))
    .where('removed_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPayees>['execute']>>[number];

function toPayee({ number, customer_number: customerNumber, name, created_at: createdAt, ...row }: Row): Payee {
  return { number, customerNumber, name, createdAt, destination: destinationOf(row) };
}

function destinationOf({ kind, value, last_four }: Pick<Row, 'kind' | 'value' | 'last_four'>): Destination {
  switch (kind) {
    case 'PHONE':
      return { kind, phone: value };
    case 'IBAN':
      return { kind, iban: value };
    case 'CARD':
      return { kind, token: value, lastFour: last_four ?? '' };
  }
}
