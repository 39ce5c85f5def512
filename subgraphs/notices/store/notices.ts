import { type Kysely, sql } from 'kysely';
import type { Transaction } from '#platform/database/transaction.ts';
import type { Notice } from '../domain/notice.ts';
import type { Tables } from './tables.ts';

export interface NoticesQuery {
  readonly customerNumber: string;
  readonly countMax: number;
  /** The number of the notice after which to go on. */
  readonly after: string | undefined;
}

/** The newest first. */
export async function listNotices(tables: Kysely<Tables>, { customerNumber, countMax, after }: NoticesQuery): Promise<Notice[]> {
  const query = selectNotices(tables).where('customer_number', '=', customerNumber).orderBy('notice.number', 'desc').limit(countMax);
  const rows = await (after === undefined ? query : query.where('notice.number', '<', after)).execute();
  return rows.map(toNotice);
}

export async function findNotice(tables: Kysely<Tables>, number: string): Promise<Notice | undefined> {
  const row = await selectNotices(tables).where('notice.number', '=', number).executeTakeFirst();
  return row === undefined ? undefined : toNotice(row);
}

function selectNotices(tables: Kysely<Tables>) {
  return tables
    .selectFrom('notice')
    .select(['customer_number', 'kind', 'subject', 'occurred_at', 'read_at'])
    .select(sql<string>`number::text`.as('number'));
}

function toNotice(row: Awaited<ReturnType<ReturnType<typeof selectNotices>['execute']>>[number]): Notice {
  const { number, customer_number: customerNumber, kind, subject, occurred_at: occurredAt, read_at: readAt } = row;
  return { number, customerNumber, kind, subject, occurredAt, readAt };
}

export async function countUnread(tables: Kysely<Tables>, customerNumber: string): Promise<number> {
  const { count } = await tables
    .selectFrom('notice')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('customer_number', '=', customerNumber)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks this notice and all before it. False where the customer has no such notice, and then nothing is marked. */
export async function markRead(tables: Kysely<Tables>, customerNumber: string, through: string): Promise<boolean> {
  const own = await tables
    .selectFrom('notice')
    .select('kind')
    .where('number', '=', through)
    .where('customer_number', '=', customerNumber)
    .executeTakeFirst();
  if (own === undefined) return false;
  await tables
    .updateTable('notice')
    .set({ read_at: sql`clock_timestamp()` })
    .where('customer_number', '=', customerNumber)
    .where('number', '<=', through)
    .where('read_at', 'is', null)
    .execute();
  return true;
}

export type NewNotice = Pick<Notice, 'customerNumber' | 'kind' | 'subject' | 'occurredAt'> & { readonly eventId: string };

export async function insertNotice(transaction: Transaction, notice: NewNotice): Promise<void> {
  await transaction
    .tables<Tables>()
    .insertInto('notice')
    .values({
      customer_number: notice.customerNumber,
      kind: notice.kind,
      subject: notice.subject,
      event_id: notice.eventId,
      occurred_at: notice.occurredAt,
      read_at: null,
    })
    .execute();
}

/** Leaves a customer the newest `countMax`. */
export async function removeBeyond(transaction: Transaction, customerNumber: string, countMax: number): Promise<void> {
  await sql`delete from notice where customer_number = ${customerNumber} and number <= (
    select number from notice where customer_number = ${customerNumber} order by number desc offset ${countMax} limit 1)`.execute(
    transaction.tables(),
  );
}

export async function removeOlder(transaction: Transaction, days: number, countMax: number): Promise<void> {
  await sql`delete from notice where number in (
    select number from notice where occurred_at < clock_timestamp() - make_interval(days => ${days}) limit ${countMax})`.execute(
    transaction.tables(),
  );
}
