import { fromKysely, type JobResult, type PgBoss, type Job as PgBossJob } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type Job, NoRetry, type QueueDefinition } from './definition.ts';

export type Handler = (job: Job<unknown>) => Promise<void>;
export type TransactionHandler = (transaction: Transaction, job: Job<unknown>) => Promise<void>;

/** The job was given to somebody else while we were at it: what we wrote must not stay. */
class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

export const topicOf = (queue: string) => `job:${queue}`;

const batchMax = 50;

export interface WorkersOptions {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly logger: Logger;
  readonly pollSeconds: number;
}

/** Works on jobs whose effect is outside of the database. Returns the workers' ids: each takes one job at a time. */
export async function startWorkers(
  { boss, logger, pollSeconds }: WorkersOptions,
  queue: QueueDefinition,
  handle: Handler,
): Promise<readonly string[]> {
  const options = { batchSize: 1, pollingIntervalSeconds: pollSeconds, perJobResults: true } as const;

  async function settle(job: PgBossJob<unknown>): Promise<JobResult> {
    try {
      await handle(toJob(queue, job));
      return { id: job.id, status: 'completed' };
    } catch (error) {
      logger.warn({ err: error, queue: queue.name, job: job.id, attempt: job.retryCount + 1 }, 'a job failed');
      return { id: job.id, status: error instanceof NoRetry ? 'deadletter' : 'failed', output: { fault: faultOf(error) } };
    }
  }
  async function startOne(): Promise<string> {
    let worker: string | undefined;
    worker = await boss.work(queue.name, options, async (jobs: PgBossJob<unknown>[]): Promise<JobResult[]> => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await settle(job));
      // Where there was one there may be more: it looks again at once, and waits when it finds none.
      if (worker !== undefined) boss.notifyWorker(worker);
      return results;
    });
    return worker;
  }

  return Promise.all(Array.from({ length: queue.concurrency }, startOne));
}

/**
 * Works on jobs whose effect is in the database: the effect and the job's end are one transaction, so it happens once. Jobs
 * that come together share one; where one of them fails, each gets its own.
 */
export function startTransactionWorker(options: WorkersOptions, queue: QueueDefinition, handle: TransactionHandler): Promise<string> {
  const { boss, database, logger, pollSeconds } = options;

  function settle(jobs: readonly PgBossJob<unknown>[]): Promise<void> {
    return database.transaction(async (transaction) => {
      for (const job of jobs) await handle(transaction, toJob(queue, job));
      const db = fromKysely(transaction.tables());
      // An ordered queue keeps its dead for ever, so what is done leaves it.
      const ended =
        queue.ordered === true ? boss.deleteJob(queue.name, [...jobs], { db }) : boss.complete(queue.name, [...jobs], null, { db });
      const { affected } = (await ended) as { affected: number };
      if (affected !== jobs.length) throw new ClaimLost('somebody else has the job meanwhile');
    });
  }

  const work = { batchSize: batchMax, burstWhenBatchFull: true, localConcurrency: 1, pollingIntervalSeconds: pollSeconds };
  return boss.work(queue.name, work, async (jobs: PgBossJob<unknown>[]) => {
    if (
      jobs.length > 1 &&
      (await settle(jobs).then(
        () => true,
        () => false,
      ))
    )
      return;
    for (const job of jobs) {
      try {
        await settle([job]);
      } catch (error) {
        logger.warn({ err: error, queue: queue.name, job: job.id, attempt: job.retryCount + 1 }, 'a job failed');
        if (!(error instanceof ClaimLost)) await boss.fail(queue.name, job, { fault: faultOf(error) });
      }
    }
  });
}

const faultCharactersMax = 500;

function faultOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, faultCharactersMax);
}

function toJob(queue: QueueDefinition, job: PgBossJob<unknown>): Job<unknown> {
  const data = queue.data.safeParse(job.data);
  if (!data.success) throw new NoRetry(`${queue.name}: its data cannot be read: ${data.error.message}`);
  return { id: job.id, data: data.data, attempt: job.retryCount + 1, signal: job.signal };
}
