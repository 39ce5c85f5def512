import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Generated, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../telemetry/logger.ts';
import { createDatabase, type Database } from './database.ts';
import { type Migrations, migrate } from './migrate.ts';
import { postgres, testDatabases } from './testkit.ts';

interface Tables {
  note: { id: Generated<number>; text: string; facts: unknown };
}

const migrations: Migrations = {
  '001-note': {
    up: async (db) => {
      await sql`create table note (id integer generated always as identity primary key, text text not null unique, facts jsonb not null)`.execute(
        db,
      );
    },
  },
};
const logger = createLogger('test', 'silent');

for (const subject of testDatabases()) {
  describe.skipIf(subject.missing !== undefined)(`the database over ${subject.title}`, () => {
    let database: Database;
    const tables = () => database.tables<Tables>();
    const add = (text: string) =>
      tables()
        .insertInto('note')
        .values({ text, facts: JSON.stringify({ text }) });

    beforeAll(async () => {
      database = await subject.open();
      await migrate(database, 'notes', migrations);
    });
    afterAll(async () => {
      await database.stop();
      await subject.dispose();
    });

    it('runs each migration once, whoever starts at the same time', async () => {
      await Promise.all([migrate(database, 'notes', migrations), migrate(database, 'notes', migrations)]);
      const { rows } = await sql<{ name: string }>`select name from notes_migration`.execute(tables());
      expect(rows.map(({ name }) => name)).toEqual(['001-note']);
    });

    it('leaves nothing behind of a migration that fails, and says which', async () => {
      const broken: Migrations = {
        ...migrations,
        '002-half': {
          up: async (db) => {
            await sql`create table half (id integer)`.execute(db);
            await sql`select * from nowhere`.execute(db);
          },
        },
      };
      await expect(migrate(database, 'notes', broken)).rejects.toThrow('the tables of notes could not be brought up to date: 002-half');
      const { rows } = await sql<{ found: string | null }>`select to_regclass('half')::text as found`.execute(tables());
      expect(rows).toEqual([{ found: null }]);
    });

    it('keeps JSON as JSON and counts what it changed', async () => {
      await add('json').execute();
      const row = await tables().selectFrom('note').selectAll().where('text', '=', 'json').executeTakeFirstOrThrow();
      expect(row.facts).toEqual({ text: 'json' });
      const { numUpdatedRows } = await tables().updateTable('note').set({ text: 'changed' }).where('text', '=', 'json').executeTakeFirst();
      expect(numUpdatedRows).toBe(1n);
    });

    it('undoes a transaction that throws', async () => {
      const failing = tables()
        .transaction()
        .execute(async (transaction) => {
          await transaction.insertInto('note').values({ text: 'undone', facts: '{}' }).execute();
          throw new Error('on purpose');
        });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await tables().selectFrom('note').select('id').where('text', '=', 'undone').execute()).toEqual([]);
    });

    it('takes a unique value once, of many that come at the same time', async () => {
      const inserted = await Promise.all(
        Array.from({ length: 20 }, () =>
          add('same')
            .onConflict((conflict) => conflict.column('text').doNothing())
            .returning('id')
            .executeTakeFirst(),
        ),
      );
      expect(inserted.filter((row) => row !== undefined)).toHaveLength(1);
    });

    it('does what a transaction leaves for after the commit once it is committed, and never when it is undone', async () => {
      const seen: string[] = [];
      await database.transaction(async (transaction) => {
        transaction.afterCommit(() => seen.push('committed'));
        await transaction.tables<Tables>().insertInto('note').values({ text: 'hook', facts: '{}' }).execute();
        expect(seen).toEqual([]);
      });
      const undone = database.transaction(async (transaction) => {
        transaction.afterCommit(() => seen.push('undone'));
        throw new Error('on purpose');
      });
      await expect(undone).rejects.toThrow('on purpose');
      expect(seen).toEqual(['committed']);
    });

    it('wakes whoever waits for a topic, until he waits no more', async () => {
      const woken: string[] = [];
      const end = database.onWake('notes', () => woken.push('notes'));
      database.onWake('others', () => woken.push('others'));
      database.wake('notes');
      await vi.waitFor(() => expect(woken).toContain('notes'));
      end();
      woken.length = 0;
      database.wake('notes');
      database.wake('others');
      await vi.waitFor(() => expect(woken).toContain('others'));
      expect(woken).not.toContain('notes');
    });

    it('keeps transactions apart that run at the same time', async () => {
      await add('counter').execute();
      await Promise.all(
        Array.from({ length: 10 }, () =>
          tables()
            .transaction()
            .execute(async (transaction) => {
              const row = await transaction
                .selectFrom('note')
                .select('facts')
                .where('text', '=', 'counter')
                .forUpdate()
                .executeTakeFirstOrThrow();
              const count = Number((row.facts as { count?: number }).count ?? 0) + 1;
              await transaction
                .updateTable('note')
                .set({ facts: JSON.stringify({ count }) })
                .where('text', '=', 'counter')
                .execute();
            }),
        ),
      );
      const row = await tables().selectFrom('note').select('facts').where('text', '=', 'counter').executeTakeFirstOrThrow();
      expect(row.facts).toEqual({ count: 10 });
    });
  });
}

const server = postgres();
describe.skipIf(server.missing !== undefined)(`wake-ups between processes over ${server.title}`, () => {
  afterAll(() => server.dispose());

  it('are heard, again too after the connection that hears them was cut', async () => {
    const [here, there] = [await server.open(), await server.open()];
    let woken = 0;
    there.onWake('notes', () => {
      woken += 1;
    });
    // Whoever begins to hear is woken once: he may have missed something.
    await vi.waitFor(() => expect(woken).toBe(1), { timeout: 10_000 });
    here.wake('notes');
    await vi.waitFor(() => expect(woken).toBe(2), { timeout: 10_000 });
    const { rows } = await sql<{ cut: number }>`select count(pg_terminate_backend(pid))::integer as cut from pg_stat_activity
      where application_name = 'portico-wake-ups' and query = 'listen portico_' || current_schema()`.execute(here.tables());
    expect(rows).toEqual([{ cut: 1 }]);
    await vi.waitFor(() => expect(woken).toBe(3), { timeout: 10_000 });
    here.wake('notes');
    await vi.waitFor(() => expect(woken).toBe(4), { timeout: 10_000 });
    await here.stop();
    await there.stop();
  });
});

describe.skipIf(server.missing !== undefined)(`a connection that is cut over ${server.title}`, () => {
  it('fails the transaction that uses it, and nothing else', async () => {
    const database = await server.open();
    const cut = database.transaction(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction.tables());
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.tables());
      await vi.waitFor(async () => {
        const { rows: left } = await sql`select from pg_stat_activity where pid = ${rows[0]?.pid}`.execute(database.tables());
        expect(left).toEqual([]);
      });
      await sql`select 1`.execute(transaction.tables());
    });
    await expect(cut).rejects.toThrow();
    await database.ping();
    await database.stop();
    await server.dispose();
  });
});

describe('PGlite in a folder', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'portico-database-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('keeps its data over a restart, and lets one process in at a time', async () => {
    const first = createDatabase({ directory, logger });
    await first.start();
    await migrate(first, 'notes', migrations);
    await first.tables<Tables>().insertInto('note').values({ text: 'kept', facts: '{}' }).execute();
    await expect(createDatabase({ directory, logger }).start()).rejects.toThrow('another process works in');
    await first.stop();

    const second = createDatabase({ directory, logger });
    await second.start();
    expect(await second.tables<Tables>().selectFrom('note').select('text').execute()).toEqual([{ text: 'kept' }]);
    await second.stop();
  });
});

it('says that the PostgreSQL server does not answer, and not its password', async () => {
  const database = createDatabase({ url: 'postgresql://portico:hush-hush@127.0.0.1:1/portico', directory: 'memory', logger });
  const fault = await database.start().then(
    () => '',
    (error: Error) => error.message,
  );
  expect(fault).toContain('DATABASE_URL: the database does not answer');
  expect(fault).not.toContain('hush');
});
