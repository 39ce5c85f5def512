import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '#legacy-adapters/simulation/people.ts';
import { createDatabase } from '#platform/database/database.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createGraphIds } from '#subgraphs/kit/graph-ids.ts';
import { type BankAtWork, startBankAtWork } from './testkit/bank-at-work.ts';

const secret = 'the secret of this test, 32 characters or more';
const root = path.resolve(import.meta.dirname, '..');
let folder = '';
let directory = '';
let anchors = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'portico-audit-'));
  directory = path.join(folder, 'database');
  anchors = path.join(folder, 'anchors.jsonl');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function withBank<Result>(use: (bank: BankAtWork) => Promise<Result>): Promise<Result> {
  const bank = await startBankAtWork({ DATABASE_DIR: directory, AUDIT_ANCHORS_FILE: anchors, ID_SECRET: secret });
  try {
    return await use(bank);
  } finally {
    await bank.stop();
  }
}

/** `npm run audit -- verify`, by whoever has started nothing but that. */
async function verify(): Promise<{ code: number; said: string }> {
  const file = path.join(root, 'platform/audit/main.ts');
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', file, 'verify', '--anchors', anchors], {
    cwd: root,
    env: { DATABASE_DIR: directory },
  });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  );
}

it('who locks a card and who looks up what somebody owes is in the log of the bank, which shows that it is whole and that it was changed', async () => {
  const account = '1002003001';
  const light = createGraphIds(secret).biller.encode('720001');
  const entries = await withBank(async (bank) => {
    const { data } = await bank.ask('olena', '{ me { cards { id status } } }');
    const card = data.me.cards.find(({ status }: { status: string }) => status === 'ACTIVE');
    await bank.ask('olena', `mutation { lockCard(input: { cardId: "${card.id}", idempotencyKey: "k" }) { __typename } }`);
    const debt = 'query ($input: DebtInput!) { debt(input: $input) { __typename } }';
    for (const [fieldId, value] of [
      ['account', account],
      ['account', '1'],
    ]) {
      const asked = await bank.ask('taras', debt, { input: { billerId: light, fields: [{ fieldId, value }] } });
      expect(asked.errors).toEqual([]);
    }
    const { rows } = await sql<{ actor: string; action: string; subject: string; details: object }>`
      select actor, action, subject, details from audit_entry order by at`.execute(
      (bank.bank.database ?? expect.fail('the bank has no database')).tables(),
    );
    return rows;
  });
  expect(entries).toMatchObject([
    { actor: `customer:${people.olena.customerId}`, action: 'card.lock', subject: expect.stringMatching(/^card:\d+$/) },
    { actor: `customer:${people.taras.customerId}`, action: 'debt.read', subject: expect.stringMatching(/^payer_[\w-]{22}$/) },
  ]);
  expect(JSON.stringify(entries)).not.toContain(account);

  expect(await verify()).toEqual({ code: 0, said: '2 entries, anchored up to 2, 0 faults.\n' });

  const database = createDatabase({ directory, logger: createLogger('test', 'silent') });
  await database.start();
  await sql`alter table audit_entry disable trigger all`.execute(database.tables());
  await sql`update audit_entry set actor = 'customer:1' where action = 'debt.read'`.execute(database.tables());
  await database.stop();
  const changed = await verify();
  expect(changed.code).toBe(1);
  expect(changed.said).toContain('FAULT entry 2 was changed');
}, 120_000);
