import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { EventDefinition } from './definition.ts';

const monthsAhead = 2;
const deletedAtOnceMax = 5_000;

/** Makes the partitions of this month and the next ones. What falls outside of all of them is kept in `event_default`. */
export async function makePartitions(database: Database, now: Date): Promise<void> {
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
    const name = partitionOf(from);
    await database.transaction(async (transaction) => {
      const tables = transaction.tables();
      const { rows } = await sql<{ found: string | null }>`select to_regclass(${name})::text as found`.execute(tables);
      if (rows[0]?.found !== null) return;
      // Two processes that start together: the second waits here and finds it made.
      await sql`select pg_advisory_xact_lock(hashtext('portico.event.partitions'))`.execute(tables);
      await sql`create table if not exists ${sql.table(name)} partition of event
        for values from (${sql.lit(from.toISOString())}) to (${sql.lit(to.toISOString())})`.execute(tables);
    });
  }
}

/**
 * Removes what is older than its name's retention, once every subscriber has passed it and nobody has parked it, and the
 * partitions of past months that are empty then. Returns how many events went.
 */
export async function removeExpired(database: Database, definitions: readonly EventDefinition[], now: Date): Promise<number> {
  let removed = 0;
  for (const { name, retentionDays } of definitions) {
    for (let chunk = deletedAtOnceMax; chunk === deletedAtOnceMax; removed += chunk)
      chunk = await removeSome(database, name, retentionDays, now);
  }
  await dropEmptyPartitions(database, now);
  return removed;
}

async function removeSome(database: Database, name: string, retentionDays: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - retentionDays * 86_400_000);
  const { numAffectedRows } = await sql`delete from event where (position, occurred_at) in (
    select position, occurred_at from event where name = ${name} and occurred_at < ${before}
    and position <= (select coalesce(min(position), 9223372036854775807) from event_subscriber)
    and not exists (select from event_parked where event_parked.position = event.position)
    limit ${deletedAtOnceMax})`.execute(database.tables());
  return Number(numAffectedRows ?? 0);
}

async function dropEmptyPartitions(database: Database, now: Date): Promise<void> {
  const current = partitionOf(now);
  const { rows } = await sql<{ name: string }>`select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = to_regclass('event') and relname ~ '^event_[0-9]{4}_[0-9]{2}$' and relname < ${current}`.execute(database.tables());
  for (const { name } of rows) {
    const { rows: any } = await sql`select from ${sql.table(name)} limit 1`.execute(database.tables());
    if (any.length === 0) await sql`drop table ${sql.table(name)}`.execute(database.tables());
  }
}

const partitionOf = (date: Date) => `event_${date.getUTCFullYear()}_${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
