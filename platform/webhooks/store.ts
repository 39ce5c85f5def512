import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Migrations } from '../database/migrate.ts';
import type { Transaction } from '../database/transaction.ts';
import type { WebhookDelivery, WebhookIdentity } from './source.ts';

interface Tables {
  webhook: {
    id: string;
    source: string;
    key: string;
    subject: string;
    body_hash: Buffer;
    /** Gone once it is handled; the row stays, so that the same call is known when it comes again. */
    body: Buffer | null;
    received_at: Date;
    handled_at: Date | null;
  };
}

export const migrations: Migrations = {
  '001-webhooks': {
    async up(db) {
      await sql`create table webhook (
        id uuid primary key, source text not null, key text not null, subject text not null, body_hash bytea not null, body bytea,
        received_at timestamptz not null, handled_at timestamptz, unique (source, key))`.execute(db);
      await sql`create index webhook_age on webhook (handled_at)`.execute(db);
    },
  },
};

export type Stored = { readonly kind: 'new'; readonly id: string } | { readonly kind: 'known' } | { readonly kind: 'differs' };

/** Keeps a call under its key, once. */
export async function store(transaction: Transaction, source: string, { key, subject }: WebhookIdentity, body: Buffer): Promise<Stored> {
  const tables = transaction.tables<Tables>();
  const id = randomUUID();
  const hash = createHash('sha256').update(body).digest();
  const inserted = await tables
    .insertInto('webhook')
    .values({ id, source, key, subject, body_hash: hash, body, received_at: sql`clock_timestamp()`, handled_at: null })
    .onConflict((conflict) => conflict.columns(['source', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return { kind: 'new', id };
  const known = tables.selectFrom('webhook').select('body_hash').where('source', '=', source).where('key', '=', key);
  const row = await known.executeTakeFirst();
  return row !== undefined && hash.equals(row.body_hash) ? { kind: 'known' } : { kind: 'differs' };
}

/** The call, unless it is handled already. */
export async function read(transaction: Transaction, id: string): Promise<WebhookDelivery | undefined> {
  const row = await transaction.tables<Tables>().selectFrom('webhook').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined || row.body === null) return undefined;
  const { source, key, subject, body, received_at: receivedAt } = row;
  return { source, key, subject, body: Buffer.from(body), receivedAt };
}

export async function markHandled(transaction: Transaction, id: string): Promise<void> {
  const handled = { body: null, handled_at: sql<Date>`clock_timestamp()` };
  await transaction.tables<Tables>().updateTable('webhook').set(handled).where('id', '=', id).execute();
}

/** Forgets what was handled before a moment: sent again after that, it is handled again. */
export async function removeHandled(transaction: Transaction, before: Date): Promise<number> {
  const { numDeletedRows } = await transaction.tables<Tables>().deleteFrom('webhook').where('handled_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
