import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#platform/database/database.ts';
import { defineEvent } from '#platform/events/definition.ts';
import { createJournal, type Journal } from '#platform/events/journal.ts';
import { defineQueue } from '#platform/jobs/definition.ts';
import { createLogger } from '#platform/telemetry/logger.ts';

export const logger = createLogger('bench', 'silent');

export const ticked = defineEvent({
  name: 'clock.ticked.v1',
  description: 'For the bench.',
  subject: 'clock',
  payload: z.object({ n: z.number().int(), at: z.number() }),
  retentionDays: 1,
});

export const post = defineQueue({
  name: 'bench.post',
  description: 'Writes one row.',
  data: z.object({ n: z.number().int() }),
  retriesMax: 3,
  retryDelaySeconds: 1,
  retryDelaySecondsMax: 10,
  expireSeconds: 60,
  waitingMax: 1_000_000,
  concurrency: 4,
});

/** A subscriber that writes a row for each event, as one that makes something of them does. */
export function journalOf(database: Database, subscriber: string, onEvent: (payload: { n: number; at: number }) => void): Journal {
  const journal = createJournal({ database, events: [ticked], logger });
  journal.subscribe({
    name: subscriber,
    events: [ticked],
    from: 'now',
    async handle(transaction, { payload }) {
      await sql`insert into bench_row (n) values (${payload.n})`.execute(transaction.tables());
      onEvent(payload);
    },
  });
  return journal;
}
