import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { postgres, testDatabases } from '../database/testkit.ts';
import { type Claim, createIdempotency, type Idempotency, type Request } from './idempotency.ts';

const request: Request = { principal: 'customer-1', key: 'key-1', operation: 'lockCard', input: { card: 'card-1', reason: 'lost' } };

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`idempotency keys over ${subject.title}`, () => {
    let database: Database;
    let keys: Idempotency;
    beforeAll(async () => {
      database = await subject.open();
      keys = createIdempotency(database);
      await keys.migrate();
      await sql`create table effect (card text)`.execute(database.tables());
    });
    afterAll(async () => {
      await database.stop();
      await subject.dispose();
    });

    const ask = (wanted: Request) => database.transaction((transaction) => keys.claim(transaction, wanted));
    const named = (key: string): Request => ({ ...request, key });

    it('are claimed once, in flight until there is an answer, and answered alike ever after', async () => {
      const mine = named('once');
      expect(await ask(mine)).toEqual({ kind: 'claimed' });
      expect(await ask(mine)).toEqual({ kind: 'in-flight' });
      await database.transaction((transaction) => keys.answer(transaction, mine, { locked: true }));
      expect(await ask(mine)).toEqual({ kind: 'answered', answer: { locked: true } });
      expect(await ask({ ...mine, input: { reason: 'lost', card: 'card-1' } })).toEqual({ kind: 'answered', answer: { locked: true } });
    });

    it.each([
      ['another input', { input: { card: 'card-2', reason: 'lost' } }],
      ['another operation', { operation: 'unlockCard' }],
    ])('are refused for %s', async (what, other) => {
      await ask(named(what.replace(' ', '-')));
      expect(await ask({ ...named(what.replace(' ', '-')), ...other })).toEqual({ kind: 'refused' });
    });

    it('of two people never meet', async () => {
      await ask(named('shared'));
      expect(await ask({ ...named('shared'), principal: 'customer-2' })).toEqual({ kind: 'claimed' });
    });

    it('are free again where the transaction that claimed them was undone', async () => {
      const undone = database.transaction(async (transaction) => {
        await keys.claim(transaction, named('undone'));
        throw new Error('on purpose');
      });
      await expect(undone).rejects.toThrow('on purpose');
      expect(await ask(named('undone'))).toEqual({ kind: 'claimed' });
    });

    it('take one answer, and none without a claim', async () => {
      await ask(named('answer'));
      const answer = (text: string) => database.transaction((transaction) => keys.answer(transaction, named('answer'), text));
      await answer('first');
      await expect(answer('second')).rejects.toThrow('no claim that waits');
      await expect(database.transaction((transaction) => keys.answer(transaction, named('nobody'), 1))).rejects.toThrow('no claim');
    });

    it('are forgotten with what they made', async () => {
      await ask(named('gone'));
      await database.transaction((transaction) => keys.forget(transaction, [named('gone')]));
      expect(await ask(named('gone'))).toEqual({ kind: 'claimed' });
    });

    it.each(['', 'with space', 'ключ', 'x'.repeat(201)])('are none: "%s"', async (key) => {
      await expect(ask(named(key))).rejects.toThrow('visible characters');
    });

    it('give one effect and one answer, 50 times at once', async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => lockOnce(database, keys, named('fifty'))));
      await expectOneEffect(database, answers);
    });
  });
}

const server = postgres();
describe.skipIf(server.missing !== undefined)(`one key from two processes over ${server.title}`, () => {
  afterAll(() => server.dispose());

  it('gives one effect and one answer, 25 times at once from each', async () => {
    const database = await server.open();
    await createIdempotency(database).migrate();
    await sql`create table effect (card text)`.execute(database.tables());
    const program = path.join(import.meta.dirname, 'testkit.ts');
    const settings = await server.settings();
    const processes = [1, 2].map(() => fork(program, ['25'], { execArgv: ['--import', 'tsx'], env: settings }));
    await Promise.all(processes.map(async (child) => expect((await once(child, 'message'))[0]).toBe('ready')));
    for (const child of processes) child.send('go');
    const answers = await Promise.all(processes.map(async (child) => (await once(child, 'message'))[0] as Claim[]));
    await expectOneEffect(database, answers.flat());
    for (const child of processes) child.kill();
    await database.stop();
  });
});

async function lockOnce(database: Database, keys: Idempotency, wanted: Request): Promise<Claim> {
  return database.transaction(async (transaction) => {
    const claim = await keys.claim(transaction, wanted);
    if (claim.kind !== 'claimed') return claim;
    await sql`insert into effect values ('card-1')`.execute(transaction.tables());
    await keys.answer(transaction, wanted, { locked: 'card-1' });
    return { kind: 'answered', answer: { locked: 'card-1' } };
  });
}

async function expectOneEffect(database: Database, answers: readonly Claim[]): Promise<void> {
  expect(answers).toHaveLength(50);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ kind: 'answered', answer: { locked: 'card-1' } })]),
  );
  expect((await sql`select card from effect`.execute(database.tables())).rows).toHaveLength(1);
}
