import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { createJournal } from '#platform/events/journal.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { journalOf, logger, post, ticked } from './world.ts';

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const processorSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000_000;
const writers = 8;

export interface Figures {
  /** Committed one by one and delivered, by the clock and by the processor time of our process. */
  readonly eventsASecond: number;
  readonly eventsAProcessorSecond: number;
  /** From the commit, as its writer sees it, to the subscriber's handler, in ms: in one process, and from one to another. */
  readonly latencyMs: number;
  readonly latencyToAnotherProcessMs: number | undefined;
  readonly jobsASecond: number;
  readonly jobsAProcessorSecond: number;
}

/** The database is empty, and holds `bench_row`. */
export async function measure(database: Database, databaseUrl: string | undefined, count: number): Promise<Figures> {
  const events = await throughput(database, count);
  const latencyMs = await latency(database);
  const latencyToAnotherProcessMs = databaseUrl === undefined ? undefined : await latencyToAnother(database, databaseUrl);
  const jobs = await jobThroughput(database, count);
  return { ...events, latencyMs, latencyToAnotherProcessMs, ...jobs };
}

async function throughput(database: Database, count: number) {
  const all = Promise.withResolvers<void>();
  let told = 0;
  const journal = journalOf(database, 'throughput', () => {
    told += 1;
    if (told === count) all.resolve();
  });
  await journal.start();
  const from = performance.now();
  const processorFrom = processorSeconds();
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let n = next++; n < count; n = next++) {
        await database.transaction((transaction) =>
          journal.append(transaction, { event: ticked, subject: `s-${n % 50}`, payload: { n, at: 0 } }),
        );
      }
    }),
  );
  await all.promise;
  const seconds = (performance.now() - from) / 1_000;
  const processor = processorSeconds() - processorFrom;
  await journal.stop();
  return { eventsASecond: count / seconds, eventsAProcessorSecond: count / processor };
}

const beats = 100;
const beatMs = 20;

async function latency(database: Database): Promise<number> {
  const committed = new Map<number, number>();
  const heard = new Map<number, number>();
  const journal = journalOf(database, 'latency', ({ n }) => heard.set(n, performance.now()));
  await journal.start();
  for (let n = 0; n < beats; n += 1) {
    await database.transaction((transaction) => journal.append(transaction, { event: ticked, subject: 's', payload: { n, at: 0 } }));
    committed.set(n, performance.now());
    await new Promise((resolve) => setTimeout(resolve, beatMs));
  }
  while (heard.size < beats) await new Promise((resolve) => setTimeout(resolve, beatMs));
  await journal.stop();
  return median([...heard].map(([n, at]) => Math.max(0, at - (committed.get(n) ?? at))));
}

/** By the wall clock, which both processes share. */
async function latencyToAnother(database: Database, databaseUrl: string): Promise<number> {
  const listener = fork(path.join(import.meta.dirname, 'listener.ts'), [databaseUrl, String(beats)], { execArgv: ['--import', 'tsx'] });
  await once(listener, 'message');
  // Before the first event: the answer may come as soon as the last one is heard.
  const answered = once(listener, 'message') as Promise<[number[]]>;
  const journal = createJournal({ database, events: [ticked], logger });
  await journal.start();
  for (let n = 0; n < beats; n += 1) {
    await database.transaction((transaction) =>
      journal.append(transaction, { event: ticked, subject: 's', payload: { n, at: Date.now() } }),
    );
    await new Promise((resolve) => setTimeout(resolve, beatMs));
  }
  const [latencies] = await answered;
  await journal.stop();
  return median(latencies);
}

async function jobThroughput(database: Database, count: number) {
  const all = Promise.withResolvers<void>();
  let done = 0;
  const writing = createJobs({ database, queues: [post], logger });
  await writing.start();
  const perTransaction = 100;
  for (let from = 0; from < count; from += perTransaction) {
    await database.transaction(async (transaction) => {
      for (let n = from; n < Math.min(count, from + perTransaction); n += 1) await writing.enqueue(transaction, post, { n });
    });
  }
  await writing.stop();
  const working = createJobs({ database, queues: [post], logger, pollSeconds: 0.5 });
  working.workInTransaction(post, async (transaction, { data }) => {
    await sql`insert into bench_row (n) values (${data.n})`.execute(transaction.tables());
    transaction.afterCommit(() => {
      done += 1;
      if (done === count) all.resolve();
    });
  });
  const from = performance.now();
  const processorFrom = processorSeconds();
  await working.start();
  await all.promise;
  const seconds = (performance.now() - from) / 1_000;
  const processor = processorSeconds() - processorFrom;
  await working.stop();
  return { jobsASecond: count / seconds, jobsAProcessorSecond: count / processor };
}
