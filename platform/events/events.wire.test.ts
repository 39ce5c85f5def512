import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../database/testkit.ts';
import { BankError } from '../errors.ts';
import { defineEvent } from './definition.ts';
import { effectKey, type Journal } from './journal.ts';
import { eventually, type JournalWorld, locked, openJournalWorld, unlocked } from './testkit.ts';

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`the journal over ${subject.title}`, () => {
    let world: JournalWorld;
    beforeAll(async () => {
      world = await openJournalWorld(subject);
    });
    afterEach(() => world.clear());
    afterAll(() => world.close());

    it('tells a subscriber what happened, once, in order, soon after the commit', async () => {
      const journal = world.journalOver();
      journal.subscribe({ name: 'notices', events: [locked], from: 'beginning', handle: world.tell('notices') });
      await journal.start();
      for (const n of [1, 2, 3]) await world.database.transaction(world.lock(journal, 'card-1', n));
      await eventually(async () => expect(await world.told('notices')).toEqual([1, 2, 3]));
    });

    it('tells nothing of what was rolled back', async () => {
      const journal = world.journalOver();
      journal.subscribe({ name: 'notices', events: [locked], from: 'beginning', handle: world.tell('notices') });
      await journal.start();
      const undone = world.database.transaction(async (transaction) => {
        await world.lock(journal, 'card-1', 1)(transaction);
        throw new Error('on purpose');
      });
      await expect(undone).rejects.toThrow('on purpose');
      await world.database.transaction(world.lock(journal, 'card-1', 2));
      await eventually(async () => expect(await world.told('notices')).toEqual([2]));
    });

    it('gives each subscriber its own cursor and only the events it asked for', async () => {
      const journal = world.journalOver();
      journal.subscribe({ name: 'locks', events: [locked], from: 'beginning', handle: world.tell('locks') });
      journal.subscribe({ name: 'both', events: [locked, unlocked], from: 'beginning', handle: world.tell('both') });
      await journal.start();
      await world.database.transaction(async (transaction) => {
        await journal.appendAll(transaction, [
          { event: locked, subject: 'card-1', payload: { by: 'owner', n: 1 } },
          { event: unlocked, subject: 'card-1', payload: { by: 'owner', n: 2 } },
        ]);
      });
      await eventually(async () => expect(await world.told('both')).toEqual([1, 2]));
      await eventually(async () => expect(await world.told('locks')).toEqual([1]));
    });

    it('begins a new subscriber where it wants to', async () => {
      const first = world.journalOver();
      await first.start();
      await world.database.transaction(world.lock(first, 'card-1', 1));
      const journal = world.journalOver();
      journal.subscribe({ name: 'all', events: [locked], from: 'beginning', handle: world.tell('all') });
      journal.subscribe({ name: 'new', events: [locked], from: 'now', handle: world.tell('new') });
      await journal.start();
      await world.database.transaction(world.lock(journal, 'card-1', 2));
      await eventually(async () => expect(await world.told('all')).toEqual([1, 2]));
      await eventually(async () => expect(await world.told('new')).toEqual([2]));
    });

    it('goes on after a restart where it stood', async () => {
      const journal = world.journalOver();
      journal.subscribe({ name: 'notices', events: [locked], from: 'beginning', batchMax: 2, handle: world.tell('notices') });
      await journal.start();
      for (const n of [1, 2, 3]) await world.database.transaction(world.lock(journal, 'card-1', n));
      await eventually(async () => expect(await world.told('notices')).toEqual([1, 2, 3]));
      await journal.stop();
      await world.database.transaction(world.lock(journal, 'card-1', 4));
      const again = world.journalOver();
      again.subscribe({ name: 'notices', events: [locked], from: 'beginning', handle: world.tell('notices') });
      await again.start();
      await eventually(async () => expect(await world.told('notices')).toEqual([1, 2, 3, 4]));
    });

    it('undoes what a handler wrote before it threw, and tries again', async () => {
      let failures = 2;
      const journal = world.journalOver();
      journal.subscribe({
        name: 'notices',
        events: [locked],
        from: 'beginning',
        retryDelayMs: 1,
        async handle(transaction, event) {
          await world.tell('notices')(transaction, event);
          if (event.payload.n === 2 && failures-- > 0) throw new Error('not yet');
        },
      });
      await journal.start();
      await world.database.transaction(async (transaction) => {
        for (const n of [1, 2, 3]) await world.lock(journal, 'card-1', n)(transaction);
      });
      await eventually(async () => expect(await world.told('notices')).toEqual([1, 2, 3]));
    });

    it('parks what cannot be handled with all that follows of its subject, lets others pass, and replays it in order', async () => {
      let broken = true;
      const journal = world.journalOver();
      journal.subscribe({
        name: 'notices',
        events: [locked],
        from: 'beginning',
        attemptsMax: 2,
        retryDelayMs: 1,
        async handle(transaction, event) {
          if (broken && event.payload.n === 1) throw new Error('cannot be read');
          await world.tell('notices')(transaction, event);
        },
      });
      await journal.start();
      await world.database.transaction(async (transaction) => {
        for (const [card, n] of [
          ['bad', 1],
          ['good', 2],
          ['bad', 3],
          ['good', 4],
        ] as const)
          await world.lock(journal, card, n)(transaction);
      });
      await eventually(async () => expect(await world.told('notices')).toEqual([2, 4]));
      expect((await journal.parked('notices')).map(({ subject: of, fault }) => [of, fault])).toEqual([
        ['bad', 'cannot be read'],
        ['bad', 'behind an earlier event of its subject'],
      ]);
      await expect(journal.replay('notices', 'bad')).rejects.toThrow('cannot be read');
      broken = false;
      expect(await journal.replay('notices', 'bad')).toBe(2);
      expect(await world.told('notices')).toEqual([2, 4, 1, 3]);
      await world.database.transaction(world.lock(journal, 'bad', 5));
      await eventually(async () => expect(await world.told('notices')).toEqual([2, 4, 1, 3, 5]));
    });

    it('waits, and parks nothing, while what a handler needs is overloaded', async () => {
      let tries = 0;
      const journal = world.journalOver();
      journal.subscribe({
        name: 'notices',
        events: [locked],
        from: 'beginning',
        attemptsMax: 2,
        retryDelayMs: 1,
        async handle(transaction, event) {
          tries += 1;
          if (tries < 6) throw new BankError('OVERLOADED', 'too much');
          await world.tell('notices')(transaction, event);
        },
      });
      await journal.start();
      await world.database.transaction(world.lock(journal, 'card-1', 1));
      await eventually(async () => expect(await world.told('notices')).toEqual([1]));
      expect(await journal.parked('notices')).toEqual([]);
    });

    it('refuses an event that it does not know, a payload of another shape, and what is too long', async () => {
      const journal = world.journalOver();
      await journal.start();
      const stranger = defineEvent({ ...locked, name: 'card.lost.v1' });
      const appending = (input: Parameters<Journal['append']>[1]) =>
        world.database.transaction((transaction) => journal.append(transaction, input));
      await expect(appending({ event: stranger, subject: 'c', payload: { by: 'x' } })).rejects.toThrow('is not among the events');
      await expect(appending({ event: locked, subject: 'c', payload: { by: 'x', extra: 1 } })).rejects.toThrow('extra');
      await expect(appending({ event: locked, subject: '', payload: { by: 'x' } })).rejects.toThrow('a subject has 1 to');
    });

    it('keeps what a subscriber has not read, and removes the rest when its time is over', async () => {
      const journal = world.journalOver();
      await journal.start();
      await world.database.transaction(world.lock(journal, 'card-1', 1));
      const later = new Date(Date.now() + 70 * 86_400_000);
      await sql`insert into event_subscriber (name, position) values ('slow', 0)`.execute(world.database.tables());
      await journal.upkeep(later);
      const count = async () => (await sql`select position from event`.execute(world.database.tables())).rows.length;
      expect(await count()).toBe(1);
      await sql`update event_subscriber set position = (select max(position) from event)`.execute(world.database.tables());
      await journal.upkeep(later);
      expect(await count()).toBe(0);
      const { rows } = await sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits
        where inhparent = 'event'::regclass order by 1`.execute(world.database.tables());
      const thisMonth = new Date().toISOString().slice(0, 7).replace('-', '_');
      expect(rows.map(({ name }) => name)).not.toContain(`event_${thisMonth}`);
    });

    it('gives the effects of one event outside of the database one key for each subscriber', () => {
      const event = {
        position: 1,
        id: randomUUID(),
        name: locked.name,
        subject: 's',
        payload: {},
        traceId: undefined,
        occurredAt: new Date(),
      };
      expect(effectKey(event, 'a')).toBe(effectKey({ ...event, position: 2 }, 'a'));
      expect(effectKey(event, 'a')).not.toBe(effectKey(event, 'b'));
    });
  });
}
