import { createHash } from 'node:crypto';
import { type Clock, fromKysely, type PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { BankError } from '../errors.ts';
import type { Service } from '../lifecycle.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { MetricsRegistry } from '../telemetry/metrics.ts';
import { createBoss, makeQueues } from './boss.ts';
import { type DeadJob, listDead, replayDead } from './dead.ts';
import type { Job, QueueDefinition } from './definition.ts';
import { type QueueOverview, readOverview, registerJobMetrics } from './overview.ts';
import { type Handler, startTransactionWorker, startWorkers, type TransactionHandler, topicOf } from './workers.ts';

export interface EnqueueOptions {
  /** The same key again is the same job: it is not enqueued twice. As long as the job is kept: seven days after it is done. */
  readonly key?: string;
  /** For an ordered queue, and there always: jobs of one key run one after another. */
  readonly orderKey?: string;
  readonly startAfter?: Date;
}

export interface JobsOptions {
  /** Started before, and stopped after. */
  readonly database: Database;
  /** Every queue that this bank knows. */
  readonly queues: readonly QueueDefinition[];
  readonly logger: Logger;
  readonly registry?: MetricsRegistry | undefined;
  /** How often workers look without being woken; at least 0.5. */
  readonly pollSeconds?: number;
  /** How often somebody looks for jobs whose worker died, and gives them to another once their `expireSeconds` are over. */
  readonly superviseSeconds?: number;
  /** For tests: pg-boss's `TestClock`. */
  readonly clock?: Clock | undefined;
}

/** Work after the answer, timers and schedules. A job is there if the transaction that enqueued it was committed, and only then. */
export interface Jobs extends Service {
  /** Enqueues in the caller's transaction. `false`: a job with this key is there already. Throws `OVERLOADED` where too many wait. */
  enqueue<Data extends z.ZodObject>(
    transaction: Transaction,
    queue: QueueDefinition<Data>,
    data: z.input<Data>,
    options?: EnqueueOptions,
  ): Promise<boolean>;
  /** For effects outside of the database: a handler may run twice, so it is fenced by state or by a key. Call it before `start`. */
  work<Data extends z.ZodObject>(queue: QueueDefinition<Data>, handle: (job: Job<z.output<Data>>) => Promise<void>): void;
  /** For effects in the database: what it writes through the transaction happens once. Call it before `start`. */
  workInTransaction<Data extends z.ZodObject>(
    queue: QueueDefinition<Data>,
    handle: (transaction: Transaction, job: Job<z.output<Data>>) => Promise<void>,
  ): void;
  /** Enqueues again and again, by the clock of Kyiv: `0 6 * * *`. Call it before `start`, where its queue is worked on; what is no longer called there ends. */
  schedule<Data extends z.ZodObject>(queue: QueueDefinition<Data>, cron: string, data: z.input<Data>): void;
  overview(): Promise<readonly QueueOverview[]>;
  dead(queue: QueueDefinition): Promise<readonly DeadJob[]>;
  replay(queue: QueueDefinition, ids: readonly string[]): Promise<number>;
}

const dataCharactersMax = 16_384;
const countedMs = 5_000;
const stopMs = 20_000;
const timeZone = 'Europe/Kyiv';

export function createJobs({ database, queues, logger, registry, pollSeconds = 2, superviseSeconds = 30, clock }: JobsOptions): Jobs {
  const known = new Set(queues);
  const workers = new Map<QueueDefinition, { handle?: Handler; handleInTransaction?: TransactionHandler }>();
  const schedules: { queue: QueueDefinition; cron: string; data: object }[] = [];
  const waiting = new Map<string, number>();
  let started: { boss: PgBoss; schema: string } | undefined;
  let counting: NodeJS.Timeout | undefined;
  const silence: (() => void)[] = [];

  function running() {
    if (started === undefined) throw new Error('the jobs have not started');
    return started;
  }
  function check(queue: QueueDefinition): void {
    if (!known.has(queue)) throw new Error(`${queue.name} is not among the queues of this bank`);
  }
  function register(queue: QueueDefinition, worker: { handle?: Handler; handleInTransaction?: TransactionHandler }): void {
    check(queue);
    if (workers.has(queue)) throw new Error(`${queue.name} has a worker already`);
    workers.set(queue, worker);
  }
  async function count(): Promise<void> {
    for (const queue of await jobs.overview()) waiting.set(queue.name, queue.waiting);
  }

  const jobs: Jobs = {
    name: 'jobs',
    async enqueue(transaction, queue, data, { key, orderKey, startAfter } = {}) {
      check(queue);
      if ((queue.ordered === true) !== (orderKey !== undefined)) throw new Error(`${queue.name}: an order key is for ordered queues`);
      const parsed = queue.data.parse(data);
      if (JSON.stringify(parsed).length > dataCharactersMax) throw new Error(`${queue.name}: at most ${dataCharactersMax} characters`);
      const before = waiting.get(queue.name) ?? 0;
      if (before >= queue.waitingMax)
        throw new BankError('OVERLOADED', 'Too much is waiting.', { detail: `${queue.name}: ${before} wait` });
      const id = await running().boss.send(queue.name, parsed, {
        db: fromKysely(transaction.tables()),
        ...(key === undefined ? {} : { id: idOf(queue.name, key) }),
        ...(orderKey === undefined ? {} : { singletonKey: orderKey }),
        ...(startAfter === undefined ? {} : { startAfter }),
      });
      transaction.afterCommit(() => {
        waiting.set(queue.name, (waiting.get(queue.name) ?? 0) + 1);
        database.wake(topicOf(queue.name));
      });
      return id !== null;
    },
    work(queue, handle) {
      if (queue.ordered === true) throw new Error(`${queue.name} is ordered, so it is worked on in transactions`);
      register(queue, { handle: handle as Handler });
    },
    workInTransaction: (queue, handle) => register(queue, { handleInTransaction: handle as TransactionHandler }),
    schedule(queue, cron, data) {
      check(queue);
      schedules.push({ queue, cron, data: queue.data.parse(data) });
    },
    overview: () => readOverview(database, running().schema, queues),
    dead: (queue) => listDead(database, running().schema, queue),
    async replay(queue, ids) {
      const replayed = await replayDead(running().boss, queue, ids);
      database.wake(topicOf(queue.name));
      return replayed;
    },
    async start() {
      started = await createBoss(database, logger, superviseSeconds, clock);
      const { boss } = started;
      await boss.start();
      await makeQueues(boss, queues);
      await applySchedules(boss, schedules, queues, new Set(workers.keys()));
      const options = { boss, database, logger, pollSeconds };
      for (const [queue, { handle, handleInTransaction }] of workers) {
        const ids: string[] = [];
        if (handle !== undefined) ids.push(...(await startWorkers(options, queue, handle)));
        if (handleInTransaction !== undefined) ids.push(await startTransactionWorker(options, queue, handleInTransaction));
        const wakeAll = () => {
          for (const id of ids) boss.notifyWorker(id);
        };
        silence.push(database.onWake(topicOf(queue.name), wakeAll));
      }
      await count();
      const recount = () => void count().catch((error: unknown) => logger.warn({ err: error }, 'jobs could not be counted'));
      counting = setInterval(recount, countedMs).unref();
      if (registry !== undefined) registerJobMetrics(registry, jobs.overview);
    },
    async stop() {
      clearInterval(counting);
      for (const end of silence.splice(0)) end();
      await started?.boss.stop({ graceful: true, timeout: stopMs });
      started = undefined;
    },
  };
  return jobs;
}

/** A key becomes the job's id, which is unique in its queue. */
function idOf(queue: string, key: string): string {
  const hash = createHash('sha256').update(`${queue}\n${key}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** What is no longer scheduled ends; that of a queue on which another process works is that one's affair. */
async function applySchedules(
  boss: PgBoss,
  schedules: readonly { queue: QueueDefinition; cron: string; data: object }[],
  queues: readonly QueueDefinition[],
  worked: ReadonlySet<QueueDefinition>,
): Promise<void> {
  const wanted = new Set(schedules.map(({ queue }) => queue.name));
  const elsewhere = new Set(queues.filter((queue) => !worked.has(queue)).map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name) && !elsewhere.has(name)) await boss.unschedule(name);
  for (const { queue, cron, data } of schedules) await boss.schedule(queue.name, cron, data, { tz: timeZone, missed: 'once' });
}
