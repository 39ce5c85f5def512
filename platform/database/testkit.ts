import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createLogger } from '../telemetry/logger.ts';
import { createDatabase, type Database, inMemory } from './database.ts';
import { testDatabaseUrl } from './environment.ts';

export interface TestDatabase {
  readonly title: string;
  /** Why it cannot be tried here, and what to do about it. */
  readonly missing: string | undefined;
  /** The settings by which a process of the bank uses it; `DATABASE_URL` may be given to several. */
  settings(): Promise<Readonly<Record<string, string>>>;
  /** Opens the same empty database again and again until `dispose`. */
  open(): Promise<Database>;
  dispose(): Promise<void>;
}

const logger = createLogger('test', 'silent');
const howToGetPostgres =
  'not run: no TEST_DATABASE_URL (apt-get install postgresql, then TEST_DATABASE_URL=postgresql://postgres@localhost/postgres)';

/** Every database that the suite runs over, each of the same shape. */
export function testDatabases(): readonly TestDatabase[] {
  return [pglite(), postgres()];
}

function pglite(): TestDatabase {
  return {
    title: 'PGlite',
    missing: undefined,
    settings: async () => ({ DATABASE_DIR: inMemory }),
    async open() {
      const database = createDatabase({ directory: inMemory, logger });
      await database.start();
      return database;
    },
    dispose: async () => {},
  };
}

/** A schema of its own on the PostgreSQL server that this machine has, if it has one. */
export function postgres(): TestDatabase {
  const schema = `portico_test_${randomBytes(6).toString('hex')}`;
  // Once, since several ask at the same time, and PostgreSQL would refuse one of them.
  let created: Promise<void> | undefined;
  async function urlOfSchema(): Promise<string> {
    created ??= run(`create schema if not exists ${schema}`);
    await created;
    const url = new URL(testDatabaseUrl ?? '');
    url.searchParams.set('options', `-c search_path=${schema}`);
    return url.href;
  }
  return {
    title: `PostgreSQL${testDatabaseUrl === undefined ? ` (${howToGetPostgres})` : ''}`,
    missing: testDatabaseUrl === undefined ? howToGetPostgres : undefined,
    settings: async () => ({ DATABASE_URL: await urlOfSchema() }),
    async open() {
      const database = createDatabase({ url: await urlOfSchema(), directory: inMemory, logger });
      await database.start();
      return database;
    },
    // Jobs have a schema of their own beside it.
    dispose: () => run(`drop schema if exists ${schema} cascade; drop schema if exists ${schema}_jobs cascade`),
  };
}

async function run(statement: string): Promise<void> {
  const client = new Client({ connectionString: testDatabaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
