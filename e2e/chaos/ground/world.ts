import { createPrivateKey, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { type Generated, sql } from 'kysely';
import { z } from 'zod';
import { createFileSink } from '#platform/audit/anchor.ts';
import { createAudit } from '#platform/audit/audit.ts';
import { createDatabase, type Database, inMemory } from '#platform/database/database.ts';
import { type Migrations, migrate } from '#platform/database/migrate.ts';
import { defineEvent } from '#platform/events/definition.ts';
import { createJournal, effectKey } from '#platform/events/journal.ts';
import { defineQueue } from '#platform/jobs/definition.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { createLogger } from '#platform/telemetry/logger.ts';

/** Faults that are planted to see whether the harness finds them. */
export const plants = ['cursor-outside', 'no-watermark', 'enqueue-after-commit'] as const;
export type Plant = (typeof plants)[number];

export interface WorldSettings {
  readonly databaseUrl?: string | undefined;
  /** Of this run: the embedded database, anchors, what was acknowledged. */
  readonly folder: string;
  /** Ed25519, PEM. */
  readonly signingKey: string;
  readonly plant?: Plant | undefined;
}

export interface Tables {
  chaos_order: { id: string; subject: string };
  chaos_told: { n: Generated<number>; order_id: string; subject: string; position: number };
  chaos_worked: { n: Generated<number>; order_id: string };
  chaos_effect: { order_id: string };
}

export const ordered = defineEvent({
  name: 'order.placed.v1',
  description: 'An order was placed.',
  subject: 'customer',
  payload: z.object({ order: z.string() }),
  retentionDays: 30,
});
const bounds = {
  data: z.object({ order: z.string() }),
  retriesMax: 100,
  retryDelaySeconds: 0,
  retryDelaySecondsMax: 1,
  expireSeconds: 3,
  waitingMax: 100_000,
  concurrency: 2,
} as const;
const work = defineQueue({ ...bounds, name: 'chaos.work', description: 'Writes one row for each order.' });
const effect = defineQueue({ ...bounds, name: 'chaos.effect', description: 'Does something outside because of an event.' });

const tables: Migrations = {
  '001-chaos': {
    async up(db) {
      for (const statement of [
        sql`create table chaos_order (id text primary key, subject text not null)`,
        sql`create table chaos_told (n integer generated always as identity, order_id text, subject text, position bigint)`,
        sql`create table chaos_worked (n integer generated always as identity, order_id text)`,
        sql`create table chaos_effect (order_id text primary key)`,
      ]) {
        await statement.execute(db);
      }
    },
  },
};

const noWatermark: Migrations = {
  '001-plant': {
    async up(db) {
      await sql`create or replace function event_watermark(out issued bigint, out settled bigint) language plpgsql volatile as $$
        begin
          select last_value, last_value into issued, settled from event_position;
        end $$`.execute(db);
    },
  },
};

/** All rooms of the ground in one small bank: an order is written, told of, worked on, acted on and audited. */
export async function openWorld({ databaseUrl, folder, signingKey, plant }: WorldSettings) {
  const logger = createLogger('chaos', 'silent');
  const directory = databaseUrl === undefined ? path.join(folder, 'database') : inMemory;
  const database = createDatabase({ url: databaseUrl, directory, logger });
  await database.start();
  const key: KeyObject = createPrivateKey(signingKey);
  const audit = createAudit({
    database,
    signingKey: key,
    sink: createFileSink(path.join(folder, 'anchors.jsonl')),
    logger,
    sealMs: 50,
    anchorMs: 200,
  });
  const jobs = createJobs({ database, queues: [work, effect], logger, pollSeconds: 0.5, superviseSeconds: 1 });
  const journal = createJournal({ database, events: [ordered], logger, sweepMs: 100 });

  journal.subscribe({
    name: 'chaos',
    events: [ordered],
    from: 'beginning',
    retryDelayMs: 10,
    attemptsMax: 1_000,
    async handle(transaction, event) {
      const { order } = event.payload;
      const key = effectKey(event, 'chaos');
      const row = { order_id: order, subject: event.subject, position: event.position };
      if (plant === 'cursor-outside') {
        transaction.afterCommit(() => void tellOutside(database, row));
        return;
      }
      await transaction.tables<Tables>().insertInto('chaos_told').values(row).execute();
      await jobs.enqueue(transaction, effect, { order }, { key });
    },
  });
  jobs.workInTransaction(work, async (transaction, { data: { order } }) => {
    await transaction.tables<Tables>().insertInto('chaos_worked').values({ order_id: order }).execute();
  });
  jobs.work(effect, async ({ data: { order } }) => {
    const row = { order_id: order };
    await database
      .tables<Tables>()
      .insertInto('chaos_effect')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });

  async function tellOutside(over: Database, row: { order_id: string; subject: string; position: number }): Promise<void> {
    await over.tables<Tables>().insertInto('chaos_told').values(row).execute();
    await over.transaction(async (transaction) => void (await jobs.enqueue(transaction, effect, { order: row.order_id })));
  }

  return {
    database,
    /** Makes all tables; nobody reads or works before `start`. */
    async start() {
      await migrate(database, 'chaos', tables);
      await audit.start();
      await jobs.start();
      await journal.start();
      if (plant === 'no-watermark') await migrate(database, 'chaos_plant', noWatermark);
    },
    /** Places an order in one transaction, and says so by returning. `pause` is called where others may come in between. */
    async place(order: string, subject: string, pause: () => Promise<void>, rollBack: boolean): Promise<void> {
      await database.transaction(async (transaction) => {
        await transaction.tables<Tables>().insertInto('chaos_order').values({ id: order, subject }).execute();
        await pause();
        if (plant !== 'enqueue-after-commit') await jobs.enqueue(transaction, work, { order });
        await audit.record(transaction, { actor: 'system:chaos', action: 'order.place', subject: order });
        await journal.append(transaction, { event: ordered, subject, payload: { order } });
        await pause();
        if (rollBack) throw new RolledBack();
      });
      if (plant === 'enqueue-after-commit') {
        await database.transaction(async (transaction) => void (await jobs.enqueue(transaction, work, { order })));
      }
    },
    settleAudit: audit.settle,
    async stop() {
      await journal.stop();
      await jobs.stop();
      await audit.stop();
      await database.stop();
    },
  };
}

export class RolledBack extends Error {}
