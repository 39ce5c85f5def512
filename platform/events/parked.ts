import type { Database } from '../database/database.ts';
import { handleOne, toEvent } from './delivery.ts';
import type { Subscription } from './subscription.ts';
import type { Tables } from './tables.ts';

export interface ParkedEvent {
  readonly position: number;
  readonly subject: string;
  readonly fault: string;
  readonly parkedAt: Date;
}

const listedMax = 1_000;

export async function listParked(database: Database, subscriber: string): Promise<readonly ParkedEvent[]> {
  const rows = await database
    .tables<Tables>()
    .selectFrom('event_parked')
    .selectAll()
    .where('subscriber', '=', subscriber)
    .orderBy('position')
    .limit(listedMax)
    .execute();
  return rows.map((row) => ({ position: Number(row.position), subject: row.subject, fault: row.fault, parkedAt: row.parked_at }));
}

/** Hands the parked events of one subject to the subscriber again, in order, all or none. Returns how many there were. */
export function replayParked(database: Database, subscription: Subscription, subject: string): Promise<number> {
  return database.transaction(async (transaction) => {
    const tables = transaction.tables<Tables>();
    const { name } = subscription;
    const row = await tables.selectFrom('event_subscriber').selectAll().where('name', '=', name).forUpdate().executeTakeFirstOrThrow();
    const events = await tables
      .selectFrom('event')
      .innerJoin('event_parked', 'event_parked.position', 'event.position')
      .selectAll('event')
      .where('event_parked.subscriber', '=', name)
      .where('event_parked.subject', '=', subject)
      .orderBy('event.position')
      .execute();
    for (const event of events) await handleOne(transaction, subscription, toEvent(event));
    const { numDeletedRows } = await tables
      .deleteFrom('event_parked')
      .where('subscriber', '=', name)
      .where('subject', '=', subject)
      .executeTakeFirst();
    await tables
      .updateTable('event_subscriber')
      .set({ parked: row.parked - Number(numDeletedRows) })
      .where('name', '=', name)
      .execute();
    return events.length;
  });
}
