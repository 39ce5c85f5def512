import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { postgres, testDatabases } from '../database/testkit.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createFileSink, readAnchors, signAnchor } from './anchor.ts';
import { type Audit, createAudit } from './audit.ts';
import { chain, genesis } from './entry.ts';
import { verifyAudit } from './verify.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const logger = createLogger('test', 'silent');
const never = 3_600_000;

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`the audit log over ${subject.title}`, () => {
    let database: Database;
    let folder: string;
    let file: string;
    let audit: Audit;
    beforeAll(async () => {
      database = await subject.open();
    });
    beforeEach(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'portico-audit-'));
      file = path.join(folder, 'anchors.jsonl');
      audit = createAudit({ database, signingKey: privateKey, sink: createFileSink(file), logger, sealMs: never, anchorMs: never });
      await audit.start();
    });
    afterEach(async () => {
      await audit.stop();
      for (const table of ['audit_waiting', 'audit_seal', 'audit_anchor', 'audit_entry', 'audit_head', 'audit_migration']) {
        await sql`drop table ${sql.table(table)} cascade`.execute(database.tables());
      }
      await sql`drop function audit_is_append_only`.execute(database.tables());
      await rm(folder, { recursive: true, force: true });
    });
    afterAll(async () => {
      await database.stop();
      await subject.dispose();
    });

    const record = (n: number) =>
      database.transaction((transaction) =>
        audit.record(transaction, {
          actor: 'staff:17',
          action: 'customer.read',
          subject: `customer:${n}`,
          details: { fields: ['phone'], n },
        }),
      );
    const write = async (count: number) => {
      for (let n = 1; n <= count; n += 1) await record(n);
      await audit.settle();
    };
    const verify = async () => verifyAudit({ database, key: publicKey, anchors: await readAnchors(file).catch(() => []) });
    /** As somebody does who owns the database. */
    const tamper = async (...statements: string[]) => {
      for (const table of ['audit_entry', 'audit_seal', 'audit_anchor']) {
        await sql`alter table ${sql.table(table)} disable trigger all`.execute(database.tables());
      }
      for (const statement of statements) await sql.raw(statement).execute(database.tables());
    };

    it('is whole after many wrote at once, and after a transaction was undone', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, n) => record(n)));
      const undone = database.transaction(async (transaction) => {
        await audit.record(transaction, { actor: 'staff:1', action: 'card.lock', subject: 'card:1' });
        throw new Error('on purpose');
      });
      await expect(undone).rejects.toThrow('on purpose');
      await audit.settle();
      expect(await verify()).toEqual({ entries: 30, anchoredTo: 30, faults: [] });
    });

    it('is never changed by mistake', async () => {
      await write(2);
      await expect(sql`update audit_entry set actor = 'nobody'`.execute(database.tables())).rejects.toThrow('never changed');
      await expect(sql`delete from audit_seal`.execute(database.tables())).rejects.toThrow('never changed');
    });

    it.each([
      ['an entry that was changed', ["update audit_entry set actor = 'staff:18' where subject = 'customer:2'"], 'entry 2 was changed'],
      [
        'a time that was changed',
        ["update audit_entry set at = at - interval '1 day' where subject = 'customer:3'"],
        'entry 3 was changed',
      ],
      ['an entry that is missing', ["delete from audit_entry where subject = 'customer:2'"], 'entry 2 is missing'],
      [
        'an entry that is missing with its place in the chain',
        ['delete from audit_seal where sequence = 2', "delete from audit_entry where subject = 'customer:2'"],
        'entry 2 is missing',
      ],
      ['an entry that was taken out of the chain', ['delete from audit_seal where sequence = 4'], 'in the log and not in its chain'],
      [
        'an entry that was cut off',
        ['delete from audit_seal where sequence = 4', "delete from audit_entry where subject = 'customer:4'"],
        'the log was cut off: it ends at 3',
      ],
      [
        'a log that was cut off together with its head and its anchors',
        [
          'delete from audit_seal where sequence > 2',
          "delete from audit_entry where subject in ('customer:3', 'customer:4')",
          'update audit_head set sequence = 2, anchored = 2, hash = (select hash from audit_seal where sequence = 2)',
          'delete from audit_anchor',
        ],
        'the log was cut off: it ends at 2, and was anchored up to 4',
      ],
      ['an anchor that nobody signed', ["update audit_anchor set hash = repeat('0', 64)"], 'is not signed by this key'],
      [
        'an entry that was slipped in',
        ["insert into audit_entry values (gen_random_uuid(), now(), 'staff:17', 'customer.read', 'customer:9', '{}', null)"],
        'in the log and not in its chain',
      ],
    ])('finds %s', async (_, statements, fault) => {
      await write(4);
      await tamper(...statements);
      expect((await verify()).faults.join('\n')).toContain(fault);
    });

    it('finds a past that was written anew from its beginning, by the anchors inside alone', async () => {
      await write(4);
      await tamper("update audit_entry set actor = 'staff:18' where subject = 'customer:1'");
      const { rows } = await sql<{ id: string; at: Date; actor: string; action: string; subject: string; details: unknown }>`
        select e.* from audit_entry e join audit_seal on entry = id order by sequence`.execute(database.tables());
      let hash: Buffer = genesis;
      for (const [index, entry] of rows.entries()) {
        hash = chain(hash, index + 1, { ...entry, traceId: null });
        await sql`update audit_seal set hash = ${hash} where sequence = ${index + 1}`.execute(database.tables());
      }
      await sql`update audit_head set hash = ${hash}`.execute(database.tables());
      const { faults } = await verifyAudit({ database, key: publicKey, anchors: [] });
      expect(faults).toEqual(['the log up to 4 is another than the one that was anchored']);
    });

    it('goes on after a restart, with one chain', async () => {
      await write(2);
      await audit.stop();
      await audit.start();
      await write(2);
      expect(await verify()).toEqual({ entries: 4, anchoredTo: 4, faults: [] });
    });

    it('refuses what is too long, and no one', async () => {
      const writing = (input: Parameters<Audit['record']>[1]) => database.transaction((transaction) => audit.record(transaction, input));
      await expect(writing({ actor: '', action: 'a', subject: 's' })).rejects.toThrow('actor has 1 to 200');
      await expect(writing({ actor: 'a', action: 'a', subject: 's', details: { text: 'x'.repeat(5_000) } })).rejects.toThrow(
        'at most 4096',
      );
    });
  });
}

it('reads anchors up to a line that a crash has cut, and no line of another kind', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portico-audit-'));
  const file = path.join(folder, 'anchors.jsonl');
  const anchor = signAnchor(privateKey, { sequence: 1, hash: 'a'.repeat(64), at: new Date().toISOString() });
  await createFileSink(file).write(anchor);
  await appendFile(file, '{"sequence":2,"ha');
  expect(await readAnchors(file)).toEqual([anchor]);
  await appendFile(file, '\n');
  await expect(readAnchors(file)).rejects.toThrow('line 2, is no anchor');
  await rm(folder, { recursive: true });
});

const server = postgres();
describe.skipIf(server.missing !== undefined)(`npm run audit over ${server.title}`, () => {
  afterAll(() => server.dispose());

  it('says by its exit code whether the log is whole', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'portico-audit-'));
    const file = path.join(folder, 'anchors.jsonl');
    const database = await server.open();
    const audit = createAudit({ database, signingKey: privateKey, sink: createFileSink(file), logger });
    await audit.start();
    await database.transaction((transaction) => audit.record(transaction, { actor: 'staff:1', action: 'card.lock', subject: 'card:1' }));
    await audit.stop();
    const env = { ...(await server.settings()), AUDIT_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
    const main = path.join(import.meta.dirname, 'main.ts');
    const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', main, 'verify', '--anchors', file], { env });
    expect((await run()).stdout).toContain('1 entries, anchored up to 1, 0 faults.');
    await sql`alter table audit_entry disable trigger all`.execute(database.tables());
    await sql`update audit_entry set actor = 'staff:2'`.execute(database.tables());
    await expect(run()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('FAULT entry 1 was changed') });
    await database.stop();
    await rm(folder, { recursive: true });
  });
});
