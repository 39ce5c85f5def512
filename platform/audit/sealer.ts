import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type AnchorSink, signAnchor } from './anchor.ts';
import { chain, genesis } from './entry.ts';
import type { Tables } from './tables.ts';

const sealedAtOnceMax = 500;

/**
 * Takes entries that are committed into the chain. Entries are not chained by those who write them: the head of the chain
 * would be one row that every transaction of the bank waits for. Returns how many; another process that is at it leaves 0.
 */
export function sealSome(database: Database): Promise<number> {
  return database.transaction(async (transaction) => {
    const tables = transaction.tables<Tables>();
    const head = await tables.selectFrom('audit_head').selectAll().forUpdate().skipLocked().executeTakeFirst();
    if (head === undefined) return 0;
    const entries = await tables
      .selectFrom('audit_waiting')
      .innerJoin('audit_entry', 'audit_entry.id', 'audit_waiting.entry')
      .selectAll('audit_entry')
      .select('audit_waiting.position')
      .orderBy('audit_waiting.position')
      .limit(sealedAtOnceMax)
      .execute();
    if (entries.length === 0) return 0;
    let hash: Buffer = Buffer.from(head.hash);
    let sequence = Number(head.sequence);
    const seals = entries.map((entry) => {
      sequence += 1;
      hash = chain(hash, sequence, { ...entry, traceId: entry.trace_id });
      return { sequence: String(sequence), entry: entry.id, hash };
    });
    await tables.insertInto('audit_seal').values(seals).execute();
    const positions = entries.map(({ position }) => position);
    await tables.deleteFrom('audit_waiting').where('position', 'in', positions).execute();
    await tables
      .updateTable('audit_head')
      .set({ sequence: String(sequence), hash })
      .execute();
    return entries.length;
  });
}

/** Signs the head and keeps it, outside of the database first. Returns whether there was anything new to sign. */
export async function anchorHead(database: Database, key: KeyObject, sink: AnchorSink): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const tables = transaction.tables<Tables>();
    const head = await tables.selectFrom('audit_head').selectAll().forUpdate().skipLocked().executeTakeFirst();
    if (head === undefined || Number(head.sequence) <= Number(head.anchored)) return false;
    const at = new Date().toISOString();
    const anchor = signAnchor(key, { sequence: Number(head.sequence), hash: Buffer.from(head.hash).toString('hex'), at });
    // A crash after this leaves an anchor more outside, which is true as well.
    await sink.write(anchor);
    await tables
      .insertInto('audit_anchor')
      .values({ ...anchor, sequence: head.sequence })
      .execute();
    await tables.updateTable('audit_head').set({ anchored: head.sequence }).execute();
    return true;
  });
}

export async function makeHead(database: Database): Promise<void> {
  await database
    .tables<Tables>()
    .insertInto('audit_head')
    .values({ one: true, sequence: '0', hash: genesis, anchored: '0' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function countWaiting(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from audit_waiting`.execute(database.tables());
  return rows[0]?.count ?? 0;
}
