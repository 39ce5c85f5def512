import { sql } from 'kysely';
import { Gauge } from 'prom-client';
import type { Database } from '../database/database.ts';
import type { MetricsRegistry } from '../telemetry/metrics.ts';
import { deadLetterOf, type QueueDefinition } from './definition.ts';

export interface QueueOverview {
  readonly name: string;
  readonly description: string;
  /** Ready to be worked on, or being tried again later. */
  readonly waiting: number;
  /** How long the oldest one that could be worked on has been waiting. */
  readonly oldestSeconds: number;
  readonly active: number;
  /** Tried often enough; they wait for a person. */
  readonly dead: number;
  readonly waitingMax: number;
}

interface Row {
  readonly name: string;
  readonly waiting: number;
  readonly oldest: number | null;
  readonly active: number;
  readonly failed: number;
}

export async function readOverview(
  database: Database,
  schema: string,
  queues: readonly QueueDefinition[],
): Promise<readonly QueueOverview[]> {
  const names = queues.flatMap(({ name }) => [name, deadLetterOf(name)]);
  if (names.length === 0) return [];
  const now = sql.raw(`${schema}.job_now()`);
  const { rows } = await sql<Row>`select name,
    (count(*) filter (where state < 'active'))::integer as waiting,
    extract(epoch from ${now} - min(greatest(created_on, start_after)) filter (where state < 'active' and start_after <= ${now}))::integer as oldest,
    (count(*) filter (where state = 'active'))::integer as active,
    (count(*) filter (where state = 'failed'))::integer as failed
    from ${sql.table(`${schema}.job`)} where name in (${sql.join(names)}) and state in ('created', 'retry', 'active', 'failed')
    group by name`.execute(database.tables());
  const byName = new Map(rows.map((row) => [row.name, row]));
  return queues.map(({ name, description, waitingMax, ordered }) => {
    const row = byName.get(name);
    const dead = ordered === true ? row?.failed : byName.get(deadLetterOf(name))?.waiting;
    return {
      name,
      description,
      waiting: row?.waiting ?? 0,
      oldestSeconds: Math.max(0, row?.oldest ?? 0),
      active: row?.active ?? 0,
      dead: dead ?? 0,
      waitingMax,
    };
  });
}

/** Read when Prometheus asks, and by one query for all. */
export function registerJobMetrics(registry: MetricsRegistry, overview: () => Promise<readonly QueueOverview[]>): void {
  const gauge = (name: string, help: string, of: (queue: QueueOverview) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['queue'],
      registers: [registry],
      async collect() {
        for (const queue of await overview()) this.set({ queue: queue.name }, of(queue));
      },
    });
  gauge('portico_jobs_waiting', 'Jobs that wait.', ({ waiting }) => waiting);
  gauge('portico_jobs_oldest_seconds', 'How long the oldest job that could be worked on has waited.', ({ oldestSeconds }) => oldestSeconds);
  gauge('portico_jobs_dead', 'Jobs that failed for good and wait for a person.', ({ dead }) => dead);
}
