import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { postgres } from '../database/testkit.ts';
import { eventually, type JournalWorld, locked, openJournalWorld, type ToldTables } from './testkit.ts';

const subject = postgres();

// PGlite has one connection, so there is never more than one writer.
describe.skipIf(subject.missing !== undefined)(`several writers and readers over ${subject.title}`, () => {
  let world: JournalWorld;
  beforeAll(async () => {
    world = await openJournalWorld(subject);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('skips no writer that commits after one who came later', async () => {
    const journal = world.journalOver(world.database, 50);
    journal.subscribe({ name: 'notices', events: [locked], from: 'beginning', handle: world.tell('notices') });
    await journal.start();
    const release = Promise.withResolvers<void>();
    const appended = Promise.withResolvers<void>();
    const slow = world.database.transaction(async (transaction) => {
      await world.lock(journal, 'card-1', 1)(transaction);
      appended.resolve();
      await release.promise;
    });
    await appended.promise;
    await world.database.transaction(world.lock(journal, 'card-2', 2));
    await world.database.transaction(world.lock(journal, 'card-2', 3));
    // Long enough for several sweeps to pass it, if they could.
    await vi.waitUntil(async () => (await sql`select pg_sleep(0.3)`.execute(world.database.tables())).rows.length > 0);
    expect(await world.told('notices')).toEqual([]);
    release.resolve();
    await slow;
    await eventually(async () => expect(await world.told('notices')).toEqual([1, 2, 3]));
  });

  it('is not held up by a long transaction that appends nothing, and keeps the order of a subject whoever began first', async () => {
    const journal = world.journalOver(world.database, 50);
    journal.subscribe({ name: 'notices', events: [locked], from: 'beginning', handle: world.tell('notices') });
    await journal.start();
    const early = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    const slow = world.database.transaction(async (transaction) => {
      // Writing gives it an id that is older than all that come.
      await world.tell('itself')(transaction, { subject: '', payload: { by: '' } });
      began.resolve();
      await early.promise;
      await world.lock(journal, 'card-1', 2)(transaction);
    });
    await began.promise;
    await world.database.transaction(world.lock(journal, 'card-1', 1));
    await eventually(async () => expect(await world.told('notices')).toEqual([1]));
    early.resolve();
    await slow;
    await eventually(async () => expect(await world.told('notices')).toEqual([1, 2]));
  });

  it('lets one of several processes read for a subscriber, and wakes it from another', async () => {
    const other = await subject.open();
    const here = world.journalOver(world.database, 60_000);
    const there = world.journalOver(other, 60_000);
    there.subscribe({ name: 'notices', events: [locked], from: 'beginning', handle: world.tell('notices') });
    await here.start();
    await there.start();
    await eventually(async () => {
      const { rows } = await sql`select from pg_stat_activity where application_name = 'portico-wake-ups' and query like 'listen%'`.execute(
        world.database.tables(),
      );
      expect(rows.length).toBeGreaterThan(0);
    });
    await world.database.transaction(world.lock(here, 'card-1', 1));
    await eventually(async () => expect(await world.told('notices')).toEqual([1]));
    await there.stop();
    await other.stop();
  });

  it('delivers each of many events once, whoever writes and whoever reads', async () => {
    const others = [await subject.open(), await subject.open()];
    for (const over of others) {
      const journal = world.journalOver(over, 20);
      journal.subscribe({ name: 'notices', events: [locked], from: 'beginning', batchMax: 7, handle: world.tell('notices') });
      await journal.start();
    }
    const writer = world.journalOver();
    await writer.start();
    await Promise.all(
      Array.from({ length: 8 }, async (_, writerIndex) => {
        for (let n = 0; n < 25; n += 1) {
          await world.database.transaction(async (transaction) => {
            await world.lock(writer, `card-${writerIndex}`, n)(transaction);
            if (n % 3 === 0) await sql`select pg_sleep(0.005)`.execute(transaction.tables());
          });
        }
      }),
    );
    await eventually(async () => expect(await world.told('notices')).toHaveLength(200));
    const rows = await world.database.tables<ToldTables>().selectFrom('told').selectAll().orderBy('id').execute();
    for (const card of new Set(rows.map((row) => row.subject))) {
      expect(rows.filter((row) => row.subject === card).map(({ n }) => n)).toEqual(Array.from({ length: 25 }, (_, n) => n));
    }
    await world.stopJournals();
    for (const over of others) await over.stop();
  });
});
