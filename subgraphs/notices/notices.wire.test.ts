import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { testDatabases } from '#platform/database/testkit.ts';
import { createJournal, type Journal } from '#platform/events/journal.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { cardLocked, cardUnlocked } from '../cards/events.ts';
import { payeeCreated } from '../payees/events.ts';
import { keptDays, noticesMax } from './domain/notice.ts';
import { countUnread, listNotices, markRead, removeOlder } from './store/notices.ts';
import { type Tables, tables } from './store/tables.ts';
import { registerNotices } from './work/write-notices.ts';

const changeId = 'b3f1c1de-6f0f-4c7c-9a53-4a9f5d2f0a11';

for (const { title, missing, open, dispose } of testDatabases()) {
  describe.skipIf(missing !== undefined)(`notices over ${title}`, () => {
    let database: Database;
    let journal: Journal;
    beforeAll(async () => {
      database = await open();
      await migrate(database, 'notices', tables);
      journal = createJournal({ database, events: [cardLocked, cardUnlocked, payeeCreated], logger: createLogger('test', 'silent') });
      registerNotices(journal);
      await journal.start();
    });
    afterAll(async () => {
      await journal.stop();
      await database.stop();
      await dispose();
    });

    const list = (customerNumber: string) => listNotices(database.tables<Tables>(), { customerNumber, countMax: 1_000, after: undefined });
    const unread = (customerNumber: string) => countUnread(database.tables<Tables>(), customerNumber);
    async function save(customerNumber: string, count: number): Promise<void> {
      await database.transaction((transaction) =>
        journal.appendAll(
          transaction,
          Array.from({ length: count }, (_, index) => ({
            event: payeeCreated,
            subject: `${index + 1}`,
            payload: { customerNumber },
          })) as never,
        ),
      );
    }

    it('tell of each fact once, the newest first, and only whom it concerns', async () => {
      await database.transaction(async (transaction) => {
        await journal.append(transaction, { event: cardLocked, subject: '7', payload: { customerNumber: '1', changeId } });
        await journal.append(transaction, { event: payeeCreated, subject: '8', payload: { customerNumber: '2' } });
        await journal.append(transaction, { event: cardUnlocked, subject: '7', payload: { customerNumber: '1', changeId } });
      });
      await vi.waitFor(async () => expect(await list('1')).toHaveLength(2), 10_000);
      expect(await list('1')).toMatchObject([
        { kind: 'CARD_UNLOCKED', subject: '7', readAt: null },
        { kind: 'CARD_LOCKED', subject: '7', readAt: null },
      ]);
      expect(await list('2')).toMatchObject([{ kind: 'PAYEE_CREATED', subject: '8' }]);
    });

    it('are marked as read with all older ones, by their customer only', async () => {
      await save('3', 3);
      await vi.waitFor(async () => expect(await unread('3')).toBe(3), 10_000);
      const [newest, middle] = (await list('3')).map(({ number }) => number);
      const mark = (customerNumber: string, number: string | undefined) =>
        markRead(database.tables<Tables>(), customerNumber, number ?? '');
      expect(await mark('1', newest)).toBe(false);
      expect([await unread('3'), await unread('1')]).toEqual([3, 2]);
      expect(await mark('3', middle)).toBe(true);
      expect((await list('3')).map(({ readAt }) => readAt !== null)).toEqual([false, true, true]);
      const before = await list('3');
      expect(await mark('3', middle)).toBe(true);
      expect(await list('3'), 'again changes nothing').toEqual(before);
    });

    it('are no more than a customer can look through: the oldest go', async () => {
      await save('4', noticesMax + 30);
      await vi.waitFor(async () => expect((await list('4'))[0]?.subject).toBe(`${noticesMax + 30}`), 20_000);
      const kept = await list('4');
      expect(kept).toHaveLength(noticesMax);
      expect(kept.at(-1)?.subject).toBe('31');
    });

    it('go once they are old', async () => {
      await save('5', 2);
      await vi.waitFor(async () => expect(await unread('5')).toBe(2), 10_000);
      await sql`update notice set occurred_at = occurred_at - make_interval(days => ${keptDays + 1}) where customer_number = '5' and subject = '1'`.execute(
        database.tables(),
      );
      await database.transaction((transaction) => removeOlder(transaction, keptDays, 1_000));
      expect((await list('5')).map(({ subject }) => subject)).toEqual(['2']);
    });
  });
}
