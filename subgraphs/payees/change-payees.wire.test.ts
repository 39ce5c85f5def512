import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { testDatabases } from '#platform/database/testkit.ts';
import { payeesMax } from './domain/payee.ts';
import { keptOf, openPayeesWorld } from './testkit/payees-world.ts';
import { purge, removedKeptDays } from './work/purge-removed.ts';

for (const { title, missing, open, dispose } of testDatabases()) {
  describe.skipIf(missing !== undefined)(`payees over ${title}`, () => {
    let database: Database;
    let world: Awaited<ReturnType<typeof openPayeesWorld>>;
    let customers = 0;

    beforeAll(async () => {
      database = await open();
      world = await openPayeesWorld(database);
    });
    afterAll(async () => {
      await world.close();
      await database.stop();
      await dispose();
    });

    /** A customer whom no other test knows. */
    function newCustomer() {
      customers += 1;
      const customerNumber = `90000${customers}`;
      const call = (key: string) => ({ customerNumber, key, traceId: 'a'.repeat(32) });
      const phone = (number: number) => ({ kind: 'PHONE' as const, phone: `+380${String(670_000_000 + number)}` });
      return {
        customerNumber,
        create: (key: string, number = 1, name = 'Ірина') => world.payees.create(call(key), { name, destination: phone(number) }),
        rename: (key: string, number: string, name: string) => world.payees.rename(call(key), { number, name }),
        remove: (key: string, number: string) => world.payees.remove(call(key), { number }),
        list: (countMax = 1_000) => world.payees.list({ customerNumber, countMax, after: undefined }),
        kept: () => keptOf(database, customerNumber),
      };
    }
    async function created(customer: ReturnType<typeof newCustomer>, key: string, number?: number): Promise<string> {
      const answer = await customer.create(key, number);
      if (answer.kind !== 'done') throw new Error(`it was not created: ${answer.kind}`);
      return answer.number;
    }

    it('are saved once under a key, however often and however fast it is asked', async () => {
      const customer = newCustomer();
      const answers = await Promise.all(Array.from({ length: 20 }, () => customer.create('k')));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await customer.create('k')).toEqual(answers[0]);
      const kept = await customer.kept();
      expect(kept).toMatchObject({ events: ['payee.created.v1'], audited: ['payee.create'], keys: ['k'] });
      expect(kept.rows).toHaveLength(1);
    });

    it('refuse a key that belongs to another request', async () => {
      const customer = newCustomer();
      const number = await created(customer, 'k');
      await expect(customer.create('k', 2)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      await expect(customer.remove('k', number)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await customer.list()).toHaveLength(1);
    });

    it('have a destination once, even when it is saved twenty times at once under as many keys', async () => {
      const customer = newCustomer();
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => customer.create(`k${index}`)));
      const [one] = answers.filter(({ kind }) => kind === 'done');
      expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      for (const answer of answers) expect({ ...answer, kind: 'done' }).toEqual(one);
      const kept = await customer.kept();
      expect(kept.rows).toHaveLength(1);
      expect(kept.keys, 'a refusal keeps no key').toHaveLength(1);
    });

    it('are no more than a customer may have, even when the last place is taken twenty times at once', async () => {
      const customer = newCustomer();
      for (let number = 1; number < payeesMax; number += 1) await created(customer, `k${number}`, number);
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => customer.create(`last${index}`, 1_000 + index)));
      expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect(answers.filter(({ kind }) => kind === 'limit')).toHaveLength(19);
      expect(await customer.list()).toHaveLength(payeesMax);
    }, 60_000);

    it('are renamed and removed by whoever saved them, and by nobody else', async () => {
      const [owner, stranger] = [newCustomer(), newCustomer()];
      const number = await created(owner, 'k');
      expect(await stranger.rename('r', number, 'Чуже')).toEqual({ kind: 'not-found' });
      expect(await stranger.remove('d', number)).toEqual({ kind: 'not-found' });
      expect((await stranger.kept()).keys).toEqual([]);
      expect(await owner.rename('r', number, 'Ірина, оренда')).toEqual({ kind: 'done', number });
      expect(await owner.list()).toMatchObject([{ number, name: 'Ірина, оренда', destination: { phone: '+380670000001' } }]);
      expect(await owner.remove('d', number)).toEqual({ kind: 'done', number });
      expect(await owner.list()).toEqual([]);
      expect(await world.payees.find([number])).toEqual([undefined]);
    });

    it('are erased by their removal, whose key is answered alike; the rest is deleted a month later', async () => {
      const customer = newCustomer();
      const number = await created(customer, 'k');
      const removed = await customer.remove('d', number);
      expect(await customer.remove('d', number), 'asked again').toEqual(removed);
      expect(await customer.remove('another', number)).toEqual({ kind: 'not-found' });
      const kept = await customer.kept();
      expect(kept).toMatchObject({
        rows: [{ name: '', value: '' }],
        events: ['payee.created.v1', 'payee.removed.v1'],
        audited: ['payee.create', 'payee.remove'],
        keys: ['d', 'k'],
      });
      await created(customer, 'k2');

      await database.transaction((transaction) => purge(transaction, world.idempotency));
      expect((await customer.kept()).rows, 'too early').toHaveLength(2);
      await sql`update payee set removed_at = removed_at - make_interval(days => ${removedKeptDays + 1}) where number = ${number}`.execute(
        database.tables(),
      );
      await database.transaction((transaction) => purge(transaction, world.idempotency));
      expect(await customer.kept()).toMatchObject({ rows: [{ name: 'Ірина' }], keys: ['k2'] });
    });
  });
}
