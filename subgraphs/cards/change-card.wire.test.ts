import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { TestClock } from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCardProcessingSimulator } from '#legacy-adapters/card-processing/simulator/simulator.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
import { createWorld } from '#legacy-adapters/simulation/world.ts';
import type { Database } from '#platform/database/database.ts';
import { testDatabases } from '#platform/database/testkit.ts';
import { readBody } from '#platform/http/json-body.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { type CardsWorld, credentials, inTime, keptOf, letPass, openCardsWorld } from './testkit/cards-world.ts';

/** Card processing that is gone once it has answered its first request. */
async function answerOnce(behind: string): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = http.createServer(async (request, response) => {
    const body = (await readBody(request, 100_000)).toString('utf8');
    asked.push(body);
    const { 'content-type': type = '' } = request.headers;
    const answer = await fetch(behind, { method: 'POST', headers: { 'content-type': type }, body });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '', connection: 'close' });
    response.end(await answer.text());
  });
  server.once('request', () => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(behind).pathname}`, asked };
}

const quiet: Partial<Switches> = { latencyMs: 0, hang: false, truncateAt: null, operations: [] };
const unknown = { code: 'OUTCOME_UNKNOWN' };
/** How long somebody waits for a processing that hangs. */
const hangMs = 3_000;

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`changes of cards over ${subject.title}`, () => {
    const world = createWorld();
    const processing = createCardProcessingSimulator({
      port: 0,
      ...credentials,
      world,
      switches: quiet,
      logger: createLogger('test', 'silent'),
    });
    const active = world.cards.filter(({ status }) => status === 'A');
    const closed = world.cards.find(({ status }) => status === 'C');
    const clock = new TestClock(Date.now());
    let database: Database;
    let cards: CardsWorld;
    let next = 0;

    beforeAll(async () => {
      await processing.start();
      database = await subject.open();
      cards = await openCardsWorld({ database, endpoint: processing.url, deadlineMs: 10_000, clock });
    });
    afterEach(() => Object.assign(processing.switches, quiet));
    afterAll(async () => {
      await cards.close();
      await database.stop();
      await subject.dispose();
      await processing.stop();
    });

    /** A lock of a card that no other test uses. */
    function newLock() {
      const card = active[next++];
      if (card === undefined) throw new Error('no active card is left');
      return { customerNumber: card.holderId, cardToken: card.cardToken, wanted: 'LOCKED' as const, key: `key-${next}` };
    }
    type Lock = Omit<ReturnType<typeof newLock>, 'wanted'> & { readonly wanted: 'LOCKED' | 'ACTIVE' };
    const change = (lock: Lock, ms = 10_000) => cards.changes.change(lock, inTime(ms));
    const journalOf = ({ cardToken }: Lock) => processing.journal().filter((entry) => entry.cardToken === cardToken);
    async function newestChange(): Promise<string> {
      const { rows } = await sql<{ id: string }>`select id from card_change order by sent_at desc limit 1`.execute(database.tables());
      return rows[0]?.id ?? '';
    }
    const calls = () => processing.calls.count('LockCard');

    it('are made once, with their audit entry and their event, and answered alike under their key', async () => {
      const lock = newLock();
      const before = calls();
      expect([await change(lock), await change(lock)]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
      expect(calls() - before).toBe(1);
      expect(journalOf(lock)).toMatchObject([{ from: 'A', to: 'L', reference: lock.key }]);
      expect(await keptOf(database, lock.cardToken)).toEqual({
        states: ['DONE'],
        events: [{ name: 'card.locked.v1', payload: { customerNumber: lock.customerNumber, changeId: expect.any(String) } }],
        audited: [{ actor: `customer:${lock.customerNumber}`, action: 'card.lock' }],
      });
      expect(await change({ ...lock, wanted: 'ACTIVE', key: 'back' })).toEqual({ kind: 'done' });
      expect((await keptOf(database, lock.cardToken)).events.map(({ name }) => name)).toEqual(['card.locked.v1', 'card.unlocked.v1']);
    });

    it('under one key are one request: another card and another direction are refused', async () => {
      const lock = newLock();
      await change(lock);
      await expect(change({ ...newLock(), customerNumber: lock.customerNumber, key: lock.key })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
      await expect(change({ ...lock, wanted: 'ACTIVE' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(journalOf(lock)).toHaveLength(1);
    });

    it('that processing refuses are refused again without asking it, and are no event', async () => {
      if (closed === undefined) throw new Error('the seeded world has no closed card');
      const lock: Lock = { customerNumber: closed.holderId, cardToken: closed.cardToken, wanted: 'LOCKED', key: 'of-a-closed-card' };
      const before = calls();
      for (const _ of ['first', 'again']) expect(await change(lock)).toEqual({ kind: 'refused', reason: 'CARD_CLOSED' });
      expect(calls() - before).toBe(1);
      expect(await keptOf(database, lock.cardToken)).toMatchObject({ states: ['REFUSED'], events: [] });
    });

    it('while one is on its way, the same key waits for its answer, and says where none comes', async () => {
      const lock = newLock();
      Object.assign(processing.switches, { latencyMs: 300 });
      expect(await Promise.all([change(lock), change(lock), change(lock)])).toEqual(Array(3).fill({ kind: 'done' }));
      const slow = newLock();
      const first = change(slow);
      await vi.waitFor(async () => expect((await keptOf(database, slow.cardToken)).states).toEqual(['SENDING']), { interval: 5 });
      await expect(cards.changes.change(slow, inTime(510))).rejects.toMatchObject({
        ...unknown,
        publicMessage: expect.stringContaining('still being carried out'),
      });
      expect(await first).toEqual({ kind: 'done' });
      expect([journalOf(lock).length, journalOf(slow).length]).toEqual([1, 1]);
    });

    it('whose answer was lost are known once their key is asked again: by the card, without a second call', async () => {
      const lock = newLock();
      Object.assign(processing.switches, { truncateAt: 'half', operations: ['LockCard'] });
      await expect(change(lock)).rejects.toMatchObject(unknown);
      expect(await keptOf(database, lock.cardToken)).toMatchObject({ states: ['UNKNOWN'], events: [] });
      const before = calls();
      expect(await change(lock)).toEqual({ kind: 'done' });
      expect(calls() - before).toBe(0);
      expect(await keptOf(database, lock.cardToken)).toMatchObject({ states: ['DONE'], events: [{ name: 'card.locked.v1' }] });
    });

    it('that did not arrive are sent again by their key, under the same reference', async () => {
      const lock = newLock();
      Object.assign(processing.switches, { hang: true, operations: ['LockCard'] });
      for (const _ of ['first', 'again']) await expect(change(lock, hangMs)).rejects.toMatchObject(unknown);
      Object.assign(processing.switches, quiet);
      expect(await Promise.all([change(lock), change(lock)])).toEqual([{ kind: 'done' }, { kind: 'done' }]);
      expect(journalOf(lock)).toMatchObject([{ reference: lock.key }]);
      expect((await keptOf(database, lock.cardToken)).events).toHaveLength(1);
    });

    it('whose answer was lost, and whose key nobody asks for again, are found out by a job', async () => {
      const [done, lost] = [newLock(), newLock()];
      Object.assign(processing.switches, { truncateAt: 'half', operations: ['LockCard'] });
      await expect(change(done)).rejects.toMatchObject(unknown);
      Object.assign(processing.switches, { ...quiet, hang: true, operations: ['LockCard'] });
      await expect(change(lost, hangMs)).rejects.toMatchObject(unknown);
      await letPass(database, 180);
      await vi.waitFor(
        async () => {
          await clock.tick(1_000);
          expect((await keptOf(database, done.cardToken)).states).toEqual(['DONE']);
          expect((await keptOf(database, lost.cardToken)).states).toEqual(['NOT_DONE']);
        },
        { timeout: 20_000, interval: 20 },
      );
      expect((await keptOf(database, done.cardToken)).events).toHaveLength(1);
      expect((await keptOf(database, lost.cardToken)).events).toEqual([]);
      expect(await change(done)).toEqual({ kind: 'done' });
      // Its key is free again, and still the one reference of the one call that counts.
      Object.assign(processing.switches, quiet);
      expect(await change(lost)).toEqual({ kind: 'done' });
      expect(journalOf(lost)).toMatchObject([{ reference: lost.key }]);
    });

    it('are left open while they may still arrive, and never ended by whoever has not looked at the last attempt', async () => {
      const lock = newLock();
      Object.assign(processing.switches, { hang: true, operations: ['LockCard'] });
      await expect(change(lock, hangMs)).rejects.toMatchObject(unknown);
      const id = await newestChange();
      expect(await cards.changes.lookInto(id, inTime())).toBe(false);
      await letPass(database, 180);
      // While the job looks, the customer asks again: what the job has found is no longer true.
      Object.assign(processing.switches, { ...quiet, latencyMs: 700, operations: ['GetCardStatuses'] });
      const looks = processing.calls.count('GetCardStatuses');
      const looked = cards.changes.lookInto(id, inTime());
      await vi.waitFor(() => expect(processing.calls.count('GetCardStatuses')).toBe(looks + 1), { interval: 1 });
      Object.assign(processing.switches, { ...quiet, latencyMs: 1_100, operations: ['LockCard'] });
      const [ended, answer] = await Promise.all([looked, change(lock)]);
      expect([ended, answer]).toEqual([false, { kind: 'done' }]);
      expect(await keptOf(database, lock.cardToken)).toMatchObject({ states: ['DONE'], events: [{ name: 'card.locked.v1' }] });
    });

    it('that a later one has overtaken stay unknown, and are never carried out after it', async () => {
      const lock = newLock();
      Object.assign(processing.switches, { truncateAt: 'half', operations: ['LockCard'] });
      await expect(change(lock)).rejects.toMatchObject(unknown);
      Object.assign(processing.switches, quiet);
      expect(await change({ ...lock, wanted: 'ACTIVE', key: `${lock.key}-back` })).toEqual({ kind: 'done' });
      for (const _ of ['first', 'again']) expect(await change(lock)).toEqual({ kind: 'superseded' });
      expect(journalOf(lock).map(({ to }) => to)).toEqual(['L', 'A']);
      expect((await keptOf(database, lock.cardToken)).events.map(({ name }) => name)).toEqual(['card.unlocked.v1']);
    });

    it('that were sent before, and cannot be sent again, stay unknown: their key is not free', async () => {
      const lock = newLock();
      Object.assign(processing.switches, { hang: true, operations: ['LockCard'] });
      await expect(change(lock, hangMs)).rejects.toMatchObject(unknown);
      const gone = await answerOnce(processing.url);
      const later = await openCardsWorld({ database, endpoint: gone.url, works: false });
      await expect(later.changes.change(lock, inTime())).rejects.toMatchObject(unknown);
      await later.close();
      expect(gone.asked, 'the card was looked at, and nothing was sent').toEqual([expect.stringContaining('GetCardStatuses')]);
      expect((await keptOf(database, lock.cardToken)).states).toEqual(['UNKNOWN']);
    });

    it('that never left are told as such, and their key is free again', async () => {
      const nowhere = await openCardsWorld({ database, endpoint: 'http://127.0.0.1:1/card-processing', deadlineMs: 500, works: false });
      const lock = newLock();
      await expect(nowhere.changes.change(lock, inTime())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
      await nowhere.close();
      expect(await change(lock)).toEqual({ kind: 'done' });
      expect((await keptOf(database, lock.cardToken)).states).toEqual(['NOT_DONE', 'DONE']);
    });
  });
}
