import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import { deadLetterOf, type QueueDefinition } from './definition.ts';

export interface DeadJob {
  /** By this it is replayed. */
  readonly id: string;
  readonly data: unknown;
  readonly fault: string;
  readonly diedAt: Date;
}

const listedMax = 1_000;

/** Oldest first, at most 1,000. */
export async function listDead(database: Database, schema: string, queue: QueueDefinition): Promise<readonly DeadJob[]> {
  const [name, state, output, at] =
    queue.ordered === true
      ? [queue.name, 'failed', 'output', 'completed_on']
      : [deadLetterOf(queue.name), 'created', 'source_output', 'created_on'];
  const { rows } = await sql<{ id: string; data: unknown; output: unknown; at: Date }>`
    select id, data, ${sql.ref(output)} as output, ${sql.ref(at)} as at from ${sql.table(`${schema}.job`)}
    where name = ${name} and state = ${sql.raw(`'${state}'`)} order by created_on, id limit ${listedMax}`.execute(database.tables());
  return rows.map((row) => ({ id: row.id, data: row.data, fault: faultOf(row.output), diedAt: row.at }));
}

/** Lets dead jobs be tried again, with all their retries. Returns how many there were. */
export async function replayDead(boss: PgBoss, queue: QueueDefinition, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  if (ids.length > listedMax) throw new Error(`at most ${listedMax} dead jobs are replayed at once`);
  if (queue.ordered !== true) return boss.redrive(deadLetterOf(queue.name), { ids: [...ids], limit: ids.length });
  const { affected } = (await boss.retry(queue.name, [...ids])) as { affected: number };
  return affected;
}

function faultOf(output: unknown): string {
  if (typeof output !== 'object' || output === null) return 'unknown';
  if ('fault' in output && typeof output.fault === 'string') return output.fault;
  if ('message' in output && typeof output.message === 'string') return output.message;
  return 'unknown';
}
