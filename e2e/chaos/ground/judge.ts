import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { readAnchors } from '#platform/audit/anchor.ts';
import { verifyAudit } from '#platform/audit/verify.ts';
import type { Database } from '#platform/database/database.ts';
import type { openWorld, WorldSettings } from './world.ts';

export interface Verdict {
  readonly orders: number;
  /** What was acknowledged or written, and is missing somewhere. */
  readonly lost: number;
  /** What was done twice, or done although it was rolled back. */
  readonly doubled: number;
  /** Events that the subscriber has passed without being told, or was told out of order. */
  readonly gaps: number;
  /** Each finding in a few words, at most 20. */
  readonly findings: readonly string[];
}

/** No progress for so long means that what is missing will not come any more. */
const patienceMs = 20_000;
const lookMs = 250;

export async function judge(world: Awaited<ReturnType<typeof openWorld>>, settings: WorldSettings): Promise<Verdict> {
  const { database } = world;
  await finish(database);
  await world.settleAudit();
  const findings: string[] = [];
  const count = async (what: string, statement: string): Promise<number> => {
    const { rows } = await sql.raw<{ found: number; example: string | null }>(statement).execute(database.tables());
    const found = rows[0]?.found ?? 0;
    if (found > 0) findings.push(`${found} ${what}, as ${rows[0]?.example}`);
    return found;
  };
  const missing = (table: string, column: string) =>
    `select count(*)::integer as found, min(id) as example from chaos_order where not exists (select from ${table} where ${column} = chaos_order.id)`;
  const twice = (table: string) =>
    `select coalesce(sum(times - 1), 0)::integer as found, min(order_id) as example from
     (select order_id, count(*) as times from ${table} group by order_id having count(*) > 1) as doubled`;
  const never = (table: string) =>
    `select count(*)::integer as found, min(order_id) as example from ${table} where not exists (select from chaos_order where id = order_id)`;

  let lost = await countUnkept(database, settings.folder, findings);
  lost += await count('orders without an event', missing('event', "payload->>'order'"));
  lost += await count('orders that nobody was told of', missing('chaos_told', 'order_id'));
  lost += await count('orders that nobody worked on', missing('chaos_worked', 'order_id'));
  lost += await count('orders without their effect', missing('chaos_effect', 'order_id'));
  lost += await count('orders that were not audited', missing('audit_entry', 'subject'));
  let doubled = 0;
  for (const table of ['chaos_told', 'chaos_worked']) doubled += await count(`times twice in ${table}`, twice(table));
  for (const table of ['chaos_told', 'chaos_worked', 'chaos_effect']) doubled += await count(`in ${table} that never were`, never(table));
  let gaps = await count(
    'events passed and not told',
    `select count(*)::integer as found, min(payload->>'order') as example from event
     where position <= (select position from event_subscriber where name = 'chaos')
     and not exists (select from chaos_told where chaos_told.position = event.position)`,
  );
  gaps += await count(
    'events told out of order',
    `select count(*)::integer as found, min(order_id) as example from
     (select order_id, position < lag(position) over (partition by subject order by n) as early from chaos_told) as told where early`,
  );

  const key = createPublicKey(createPrivateKey(settings.signingKey));
  const anchors = await readAnchors(path.join(settings.folder, 'anchors.jsonl')).catch(() => []);
  const { faults } = await verifyAudit({ database, key, anchors });
  lost += faults.length;
  findings.push(...faults);
  const { rows } = await sql<{ orders: number }>`select count(*)::integer as orders from chaos_order`.execute(database.tables());
  return { orders: rows[0]?.orders ?? 0, lost, doubled, gaps, findings: findings.slice(0, 20) };
}

/** Waits until everything is done, or nothing happens any more. */
async function finish(database: Database): Promise<void> {
  let last = '';
  let since = performance.now();
  while (performance.now() - since < patienceMs) {
    const { rows } = await sql<{ orders: number; told: number; worked: number; effects: number }>`select
      (select count(*) from chaos_order)::integer as orders, (select count(distinct order_id) from chaos_told)::integer as told,
      (select count(distinct order_id) from chaos_worked)::integer as worked, (select count(*) from chaos_effect)::integer as effects
      `.execute(database.tables());
    const [counts] = rows;
    if (counts === undefined) return;
    if ([counts.told, counts.worked, counts.effects].every((some) => some >= counts.orders)) return;
    const now = JSON.stringify(counts);
    if (now !== last) since = performance.now();
    last = now;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

/** What a process was told that it is kept, and is not. */
async function countUnkept(database: Database, folder: string, findings: string[]): Promise<number> {
  const told = (await readFile(path.join(folder, 'acknowledged'), 'utf8')).split('\n').filter((line) => line !== '');
  const { rows } = await sql<{ id: string }>`select id from chaos_order`.execute(database.tables());
  const kept = new Set(rows.map(({ id }) => id));
  const unkept = told.filter((order) => !kept.has(order));
  if (unkept.length > 0) findings.push(`${unkept.length} acknowledged and not kept, as ${unkept[0]}`);
  return unkept.length;
}
