import { sql } from 'kysely';
import { type Clock, fromPglite, PgBoss, type Queue } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Logger } from '../telemetry/logger.ts';
import { deadLetterOf, type QueueDefinition } from './definition.ts';

const connectionsMax = 4;
/** Nothing that waits for somebody is ever removed by its age; this is the longest that can be said. */
const foreverSeconds = 10 * 365 * 86_400;
const completedKeptSeconds = 7 * 86_400;

/** pg-boss over our database: over PGlite on its one connection, over PostgreSQL with a small pool of its own. */
export async function createBoss(
  database: Database,
  logger: Logger,
  superviseSeconds: number,
  clock: Clock | undefined,
): Promise<{ boss: PgBoss; schema: string }> {
  const schema = await schemaOf(database);
  const driver = database.driver();
  const connection =
    driver.kind === 'pglite'
      ? { db: fromPglite(driver.pglite), backend: 'pglite' as const }
      : { connectionString: driver.connectionString, max: connectionsMax, application_name: 'portico-jobs' };
  const boss = new PgBoss({
    ...connection,
    schema,
    registerInstance: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    ...(clock === undefined ? {} : { clock }),
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'jobs: the database refused or did not answer'));
  boss.on('warning', ({ message, data }) => logger.warn({ data }, `jobs: ${message}`));
  return { boss, schema };
}

/** Makes the queues, and gives those that are there the bounds of today. */
export async function makeQueues(boss: PgBoss, queues: readonly QueueDefinition[]): Promise<void> {
  for (const queue of queues) {
    const dead = deadLetterOf(queue.name);
    if (queue.ordered !== true)
      await make(boss, { name: dead, retentionSeconds: foreverSeconds, deleteAfterSeconds: completedKeptSeconds });
    await make(boss, {
      name: queue.name,
      policy: queue.ordered === true ? 'key_strict_fifo' : 'standard',
      ...(queue.ordered === true ? {} : { deadLetter: dead }),
      retryLimit: queue.retriesMax,
      retryDelay: queue.retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: Math.max(1, queue.retryDelaySecondsMax),
      expireInSeconds: queue.expireSeconds,
      retentionSeconds: foreverSeconds,
      // The dead of an ordered queue stay in it, to hold back what follows; those that are done are removed at once.
      deleteAfterSeconds: queue.ordered === true ? foreverSeconds : completedKeptSeconds,
      warningQueueSize: Math.max(1, Math.floor(queue.waitingMax * 0.8)),
    });
  }
}

async function make(boss: PgBoss, { name, policy, ...options }: Queue): Promise<void> {
  await boss.createQueue(name, { ...options, ...(policy === undefined ? {} : { policy }) });
  await boss.updateQueue(name, options);
}

/** Beside ours, so that banks in schemas of one database do not share their jobs. */
async function schemaOf(database: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(database.tables());
  const name = rows[0]?.name ?? 'public';
  return name === 'public' ? 'jobs' : `${name}_jobs`;
}
