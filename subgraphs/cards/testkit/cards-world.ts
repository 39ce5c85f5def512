import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from 'pg-boss';
import { type CardProcessing, createCardProcessing } from '#legacy-adapters/card-processing/index.ts';
import { createAudit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { createDeadline } from '#platform/deadline.ts';
import { createJournal } from '#platform/events/journal.ts';
import { createIdempotency } from '#platform/idempotency/idempotency.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createCardChanges } from '../change-card.ts';
import { cardLocked, cardUnlocked } from '../events.ts';
import { tables } from '../store/tables.ts';
import { registerLooking } from '../work/look-into-change.ts';
import { lookIntoChange } from '../work/queues.ts';

export const credentials = { user: 'portico', password: 'cards-password-1' };
export const inTime = (ms = 10_000) => ({ deadline: createDeadline(ms), trace: unrecorded() });

export interface CardsWorldOptions {
  readonly database: Database;
  /** Where card processing answers. */
  readonly endpoint: string;
  readonly deadlineMs?: number;
  readonly clock?: Clock;
  /** A process that is about to be killed leaves the work to others. */
  readonly works?: boolean;
  readonly sealMs?: number;
}

/** The changes of cards as the bank wires them, over a database and card processing of the test's. */
export async function openCardsWorld({ database, endpoint, deadlineMs = 2_000, clock, works = true, sealMs = 1_000 }: CardsWorldOptions) {
  const logger = createLogger('test', 'silent');
  const { privateKey: signingKey } = generateKeyPairSync('ed25519');
  const audit = createAudit({ database, signingKey, sink: { write: async () => {} }, logger, sealMs });
  const jobs = createJobs({ database, queues: [lookIntoChange], logger, pollSeconds: 0.5, clock });
  const journal = createJournal({ database, events: [cardLocked, cardUnlocked], logger });
  const idempotency = createIdempotency(database);
  const processing: CardProcessing = await createCardProcessing({ endpoint, ...credentials, deadlineMs });
  const changes = createCardChanges({ database, journal, jobs, idempotency, audit, processing });
  if (works) registerLooking(jobs, changes);
  await idempotency.migrate();
  await journal.migrate();
  await migrate(database, 'cards', tables);
  await audit.start();
  await jobs.start();
  return {
    changes,
    audit,
    async close() {
      await jobs.stop();
      await audit.stop();
      await processing.close();
    },
  };
}

export type CardsWorld = Awaited<ReturnType<typeof openCardsWorld>>;

/** What is kept of a card, each in the order in which it was written. */
export async function keptOf(database: Database, cardToken: string) {
  const states = await sql<{ state: string }>`select state from card_change where card_token = ${cardToken} order by sent_at`.execute(
    database.tables(),
  );
  const events = await sql<{ name: string; payload: unknown }>`select name, payload from event where subject = ${cardToken}
    order by position`.execute(database.tables());
  const audited = await sql<{ actor: string; action: string }>`select actor, action from audit_entry where subject = ${`card:${cardToken}`}
    order by at`.execute(database.tables());
  return { states: states.rows.map(({ state }) => state), events: events.rows, audited: audited.rows };
}

/** As if so many seconds had passed since every open change was sent. */
export async function letPass(database: Database, seconds: number): Promise<void> {
  await sql`update card_change set sent_at = sent_at - make_interval(secs => ${seconds}) where ended_at is null`.execute(database.tables());
}
