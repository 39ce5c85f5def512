import { type Generated, sql } from 'kysely';
import { TestClock } from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { testDatabases } from '../database/testkit.ts';
import type { Transaction } from '../database/transaction.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetricsRegistry } from '../telemetry/metrics.ts';
import { defineQueue, type Job, NoRetry } from './definition.ts';
import { createJobs, type EnqueueOptions, type Jobs, type JobsOptions } from './jobs.ts';

const bounds = {
  description: 'For tests.',
  data: z.object({ n: z.number().int() }),
  retriesMax: 2,
  retryDelaySeconds: 0,
  retryDelaySecondsMax: 1,
  expireSeconds: 60,
  waitingMax: 1_000,
  concurrency: 2,
} as const;
const letters = defineQueue({ ...bounds, name: 'tests.letters' });
const ledger = defineQueue({ ...bounds, name: 'tests.ledger' });
const turns = defineQueue({ ...bounds, name: 'tests.turns', ordered: true });
const few = defineQueue({ ...bounds, name: 'tests.few', waitingMax: 3 });
const slow = defineQueue({ ...bounds, name: 'tests.slow', retriesMax: 3, retryDelaySeconds: 60, retryDelaySecondsMax: 3_600 });
const queues = [letters, ledger, turns, few, slow];
const logger = createLogger('test', 'silent');

interface Tables {
  done: { id: Generated<number>; n: number };
}

const eventually = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`jobs over ${subject.title}`, () => {
    let database: Database;
    const open: Jobs[] = [];
    beforeAll(async () => {
      database = await subject.open();
      await sql`create table done (id integer generated always as identity, n integer)`.execute(database.tables());
    });
    afterEach(async () => {
      for (const jobs of open.splice(0)) await jobs.stop();
      await sql`truncate done`.execute(database.tables());
      const { rows } = await sql<{ name: string }>`select schemaname || '.job' as name from pg_tables where tablename = 'job'`.execute(
        database.tables(),
      );
      const ours = await sql<{ name: string }>`select current_schema() as name`.execute(database.tables());
      const schema = ours.rows[0]?.name === 'public' ? 'jobs' : `${ours.rows[0]?.name}_jobs`;
      for (const { name } of rows) if (name === `${schema}.job`) await sql`delete from ${sql.table(name)}`.execute(database.tables());
    });
    afterAll(async () => {
      await database.stop();
      await subject.dispose();
    });

    function jobsHere(options: Partial<JobsOptions> = {}): Jobs {
      const jobs = createJobs({ database, queues, logger, ...options });
      open.push(jobs);
      return jobs;
    }
    const enqueue = (jobs: Jobs, queue: typeof letters, n: number, options?: EnqueueOptions) =>
      database.transaction((transaction) => jobs.enqueue(transaction, queue, { n }, options));
    const record = async (transaction: Transaction, job: Job<{ n: number }>) => {
      await transaction.tables<Tables>().insertInto('done').values({ n: job.data.n }).execute();
    };
    const done = async () => (await database.tables<Tables>().selectFrom('done').select('n').orderBy('id').execute()).map(({ n }) => n);

    it('are there if the transaction was committed, and only then', async () => {
      const jobs = jobsHere();
      jobs.workInTransaction(ledger, record);
      await jobs.start();
      const undone = database.transaction(async (transaction) => {
        await jobs.enqueue(transaction, ledger, { n: 1 });
        throw new Error('on purpose');
      });
      await expect(undone).rejects.toThrow('on purpose');
      await enqueue(jobs, ledger, 2);
      await eventually(async () => expect(await done()).toEqual([2]));
    });

    it('are begun soon after the commit, without waiting for the next look', async () => {
      const jobs = jobsHere({ pollSeconds: 60 });
      const seen: number[] = [];
      jobs.work(letters, async (job) => void seen.push(job.data.n));
      await jobs.start();
      await enqueue(jobs, letters, 1);
      await eventually(() => expect(seen).toEqual([1]));
    });

    it('that have piled up are worked on one after another, without a pause between them', async () => {
      const writing = jobsHere();
      await writing.start();
      await database.transaction(async (transaction) => {
        for (let n = 0; n < 20; n += 1) await writing.enqueue(transaction, letters, { n });
      });
      const jobs = jobsHere({ pollSeconds: 60 });
      const seen: number[] = [];
      jobs.work(letters, async (job) => void seen.push(job.data.n));
      await jobs.start();
      await eventually(() => expect(seen).toHaveLength(20));
    });

    it('are enqueued once for one key', async () => {
      const jobs = jobsHere();
      jobs.workInTransaction(ledger, record);
      await jobs.start();
      expect(await enqueue(jobs, ledger, 1, { key: 'event-1:notices' })).toBe(true);
      expect(await enqueue(jobs, ledger, 2, { key: 'event-1:notices' })).toBe(false);
      await enqueue(jobs, ledger, 3);
      await eventually(async () => expect(await done()).toEqual([1, 3]));
    });

    it('are tried again, then dead, and can be replayed with their cause mended', async () => {
      let broken = true;
      const attempts: number[] = [];
      const jobs = jobsHere({ pollSeconds: 0.5 });
      jobs.work(letters, async (job) => {
        attempts.push(job.attempt);
        if (broken) throw new Error('the printer is off');
      });
      await jobs.start();
      await enqueue(jobs, letters, 7);
      await eventually(async () => expect(await jobs.dead(letters)).toMatchObject([{ data: { n: 7 }, fault: 'the printer is off' }]));
      expect(attempts).toEqual([1, 2, 3]);
      const registry = createMetricsRegistry();
      const watching = jobsHere({ registry });
      await watching.start();
      expect(await registry.metrics()).toContain('portico_jobs_dead{queue="tests.letters"} 1');
      broken = false;
      expect(
        await jobs.replay(
          letters,
          (await jobs.dead(letters)).map(({ id }) => id),
        ),
      ).toBe(1);
      await eventually(() => expect(attempts).toHaveLength(4));
      expect(await jobs.dead(letters)).toEqual([]);
    });

    it('are dead at once where trying again would change nothing', async () => {
      const jobs = jobsHere();
      let tries = 0;
      jobs.work(letters, async () => {
        tries += 1;
        throw new NoRetry('no such address');
      });
      await jobs.start();
      await enqueue(jobs, letters, 1);
      await eventually(async () => expect(await jobs.dead(letters)).toMatchObject([{ fault: 'no such address' }]));
      expect(tries).toBe(1);
    });

    it('leave nothing of a handler that threw, and cost those beside them nothing', async () => {
      const jobs = jobsHere({ pollSeconds: 0.5 });
      let failures = 0;
      jobs.workInTransaction(ledger, async (transaction, job) => {
        await record(transaction, job);
        if (job.data.n === 2 && failures++ < 2) throw new Error('not yet');
      });
      const writing = jobsHere();
      await writing.start();
      for (const n of [1, 2, 3]) await enqueue(writing, ledger, n);
      await jobs.start();
      await eventually(async () => expect((await done()).sort()).toEqual([1, 2, 3]));
    });

    it('of one key run one after another, behind one that is dead until it is replayed', async () => {
      let broken = true;
      const jobs = jobsHere({ pollSeconds: 0.5 });
      jobs.workInTransaction(turns, async (transaction, job) => {
        if (broken && job.data.n === 1) throw new Error('stuck');
        await record(transaction, job);
      });
      const writing = jobsHere();
      await writing.start();
      for (const [n, orderKey] of [
        [1, 'a'],
        [2, 'a'],
        [3, 'b'],
        [4, 'b'],
        [5, 'a'],
      ] as const)
        await enqueue(writing, turns, n, { orderKey });
      await jobs.start();
      await eventually(async () => expect(await done()).toEqual([3, 4]));
      await eventually(async () => expect(await jobs.dead(turns)).toMatchObject([{ data: { n: 1 }, fault: 'stuck' }]));
      broken = false;
      expect(
        await jobs.replay(
          turns,
          (await jobs.dead(turns)).map(({ id }) => id),
        ),
      ).toBe(1);
      await eventually(async () => expect(await done()).toEqual([3, 4, 1, 2, 5]));
    });

    it('are refused where too many wait', async () => {
      const jobs = jobsHere();
      await jobs.start();
      for (const n of [1, 2, 3]) await enqueue(jobs, few, n);
      await expect(enqueue(jobs, few, 4)).rejects.toMatchObject({ code: 'OVERLOADED' });
      expect((await jobs.overview()).find(({ name }) => name === few.name)).toMatchObject({ waiting: 3, dead: 0, active: 0 });
    });

    it('are refused with other data than their queue takes', async () => {
      const jobs = jobsHere();
      await jobs.start();
      await expect(enqueue(jobs, ledger, 1.5)).rejects.toThrow('expected int');
      await expect(enqueue(jobs, ledger, 1, { orderKey: 'a' })).rejects.toThrow('for ordered queues');
    });

    it('on a schedule go on while a process starts that works on other queues, and end with the first of their own that has none', async () => {
      const nothing = async () => {};
      const scheduled = async () => {
        const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(database.tables());
        const schema = rows[0]?.schema === 'public' ? 'jobs' : `${rows[0]?.schema}_jobs`;
        const kept = await sql<{ name: string }>`select name from ${sql.table(`${schema}.schedule`)}`.execute(database.tables());
        return kept.rows.map(({ name }) => name);
      };
      const nightly = jobsHere();
      nightly.work(letters, nothing);
      nightly.schedule(letters, '0 3 * * *', { n: 1 });
      await nightly.start();
      const other = jobsHere();
      other.work(ledger, nothing);
      await other.start();
      expect(await scheduled()).toEqual(['tests.letters']);
      const next = jobsHere();
      next.work(letters, nothing);
      await next.start();
      expect(await scheduled()).toEqual([]);
    });

    it('wait longer from one try to the next, and run when a schedule says so', async () => {
      // Later than any pass of a real clock in the tests before it: pg-boss never goes back.
      const begun = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000;
      const clock = new TestClock(begun);
      const jobs = jobsHere({ clock, pollSeconds: 60 });
      const tries: string[] = [];
      jobs.work(slow, async () => {
        tries.push(new Date(clock.now()).toISOString());
        throw new Error('not yet');
      });
      const hourly: number[] = [];
      jobs.work(letters, async (job) => void hourly.push(job.data.n));
      jobs.schedule(letters, '10 * * * *', { n: 6 });
      await jobs.start();
      await enqueue(jobs, slow, 1);
      for (let minutes = 0; minutes < 60 && (hourly.length === 0 || tries.length < 4); minutes += 1) {
        await clock.tick(60_000);
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(hourly[0]).toBe(6);
      const minutes = tries.map((at) => (Date.parse(at) - begun) / 60_000);
      expect(minutes).toHaveLength(4);
      const pauses = minutes.slice(1).map((at, index) => at - (minutes[index] ?? 0));
      expect(pauses[1]).toBeGreaterThanOrEqual(pauses[0] ?? 0);
      expect(pauses[2]).toBeGreaterThanOrEqual(pauses[1] ?? 0);
    }, 90_000);
  });
}
