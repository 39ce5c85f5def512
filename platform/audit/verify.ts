import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Anchor, isSigned } from './anchor.ts';
import { chain, genesis } from './entry.ts';
import type { Tables } from './tables.ts';

export interface Verification {
  readonly entries: number;
  /** Up to where the log cannot have been changed unseen; entries after it wait for the next anchor. */
  readonly anchoredTo: number;
  /** At most 100, each in a sentence. */
  readonly faults: readonly string[];
}

export interface VerifyOptions {
  readonly database: Database;
  /** The public half of what anchors are signed with. */
  readonly key: KeyObject;
  /** From outside of the database. Without them a log that was cut off together with its anchors looks whole. */
  readonly anchors: readonly Anchor[];
}

const readAtOnce = 1_000;
const faultsMax = 100;

/** Reads the whole log and says what in it was changed, is missing, or was cut off. */
export async function verifyAudit({ database, key, anchors: outside }: VerifyOptions): Promise<Verification> {
  const tables = database.tables<Tables>();
  const faults: string[] = [];
  const fault = (text: string) => {
    if (faults.length < faultsMax) faults.push(text);
  };

  const inside = (await tables.selectFrom('audit_anchor').selectAll().orderBy('sequence').execute()).map((anchor) => ({
    ...anchor,
    sequence: Number(anchor.sequence),
  }));
  const anchored = new Map<number, string>();
  for (const anchor of [...inside, ...outside]) {
    if (!isSigned(key, anchor)) fault(`the anchor at ${anchor.sequence} is not signed by this key`);
    else if ((anchored.get(anchor.sequence) ?? anchor.hash) !== anchor.hash) fault(`two anchors at ${anchor.sequence} differ`);
    else anchored.set(anchor.sequence, anchor.hash);
  }
  const anchoredTo = Math.max(0, ...anchored.keys());

  let sequence = 0;
  let hash: Buffer = genesis;
  for (;;) {
    const rows = await readSeals(database, sequence);
    for (const row of rows) {
      for (let missing = sequence + 1; missing < row.sequence; missing += 1) fault(`entry ${missing} is missing`);
      sequence = row.sequence;
      const expected = row.entry === undefined ? undefined : chain(hash, sequence, row.entry);
      if (expected === undefined) fault(`entry ${sequence} is missing`);
      else if (!expected.equals(row.hash)) fault(`entry ${sequence} was changed, or what it is chained to`);
      hash = row.hash;
      const said = anchored.get(sequence);
      if (said !== undefined && said !== hash.toString('hex')) fault(`the log up to ${sequence} is another than the one that was anchored`);
    }
    if (rows.length < readAtOnce) break;
  }
  if (sequence < anchoredTo) fault(`the log was cut off: it ends at ${sequence}, and was anchored up to ${anchoredTo}`);
  const head = await tables.selectFrom('audit_head').selectAll().executeTakeFirst();
  if (head !== undefined && Number(head.sequence) > sequence) {
    fault(`the log was cut off: it ends at ${sequence}, and its head says ${head.sequence}`);
  }
  for (const id of await looseEntries(database)) fault(`entry ${id} is in the log and not in its chain`);
  return { entries: sequence, anchoredTo, faults };
}

async function readSeals(database: Database, after: number) {
  const rows = await database
    .tables<Tables>()
    .selectFrom('audit_seal')
    .leftJoin('audit_entry', 'audit_entry.id', 'audit_seal.entry')
    .selectAll('audit_entry')
    .select(['audit_seal.sequence', 'audit_seal.hash'])
    .where('audit_seal.sequence', '>', String(after))
    .orderBy('audit_seal.sequence')
    .limit(readAtOnce)
    .execute();
  return rows.map(({ sequence, hash, trace_id: traceId, id, at, actor, action, subject, details }) => ({
    sequence: Number(sequence),
    hash: Buffer.from(hash),
    entry:
      id === null || at === null || actor === null || action === null || subject === null
        ? undefined
        : { id, at, actor, action, subject, details, traceId },
  }));
}

async function looseEntries(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from audit_entry where not exists (select from audit_seal where entry = id)
    and not exists (select from audit_waiting where entry = id) limit ${faultsMax}`.execute(database.tables());
  return rows.map(({ id }) => id);
}
