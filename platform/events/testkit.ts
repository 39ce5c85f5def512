import { type Generated, sql } from 'kysely';
import { vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { TestDatabase } from '../database/testkit.ts';
import type { Transaction } from '../database/transaction.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetricsRegistry } from '../telemetry/metrics.ts';
import { defineEvent, type EventOf } from './definition.ts';
import { createJournal, type Journal } from './journal.ts';

export const locked = defineEvent({
  name: 'card.locked.v1',
  description: 'A card was locked.',
  subject: 'card',
  payload: z.object({ by: z.string().max(20), n: z.number().int().optional() }),
  retentionDays: 30,
});
export const unlocked = defineEvent({ ...locked, name: 'card.unlocked.v1', description: 'A card was unlocked.' });

export interface ToldTables {
  told: { id: Generated<number>; subscriber: string; subject: string; n: number };
}

const logger = createLogger('test', 'silent');
export const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

/** A journal on a test database, whose subscribers write into a table what they were told. */
export async function openJournalWorld(subject: TestDatabase) {
  const database = await subject.open();
  const journals: Journal[] = [];
  const create = 'create table told (id integer generated always as identity, subscriber text, subject text, n integer)';
  await sql.raw(create).execute(database.tables());

  function journalOver(over: Database = database, sweepMs = 10_000): Journal {
    const journal = createJournal({ database: over, events: [locked, unlocked], logger, registry: createMetricsRegistry(), sweepMs });
    journals.push(journal);
    return journal;
  }
  async function stopJournals(): Promise<void> {
    for (const journal of journals.splice(0)) await journal.stop();
  }

  await journalOver().start();
  return {
    database,
    journalOver,
    stopJournals,
    /** Everything as it was at first. */
    async clear() {
      await stopJournals();
      await sql`truncate event, event_subscriber, event_parked, told`.execute(database.tables());
    },
    lock:
      (journal: Journal, card: string, n = 0) =>
      (transaction: Transaction) =>
        journal.append(transaction, { event: locked, subject: card, payload: { by: 'owner', n } }),
    tell: (subscriber: string) => async (transaction: Transaction, event: Pick<EventOf<typeof locked>, 'subject' | 'payload'>) => {
      const row = { subscriber, subject: event.subject, n: event.payload.n ?? -1 };
      await transaction.tables<ToldTables>().insertInto('told').values(row).execute();
    },
    async told(subscriber: string) {
      const rows = database.tables<ToldTables>().selectFrom('told').select('n').where('subscriber', '=', subscriber);
      return (await rows.orderBy('id').execute()).map(({ n }) => n);
    },
    async close() {
      await stopJournals();
      await database.stop();
      await subject.dispose();
    },
  };
}

export type JournalWorld = Awaited<ReturnType<typeof openJournalWorld>>;
