import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createLogger } from '../logger.ts';
import { createDatabase, type Database, inMemory } from './database.ts';
import { testDatabaseUrl } from './environment.ts';

export interface TestDatabase {
  readonly title: string;
  /** Why it cannot be tried here, and what to do about it. */
  readonly missing: string | undefined;
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
    async open() {
      const database = createDatabase({ directory: inMemory, logger });
      await database.start();
      return database;
    },
    dispose: async () => {},
  };
}

function postgres(): TestDatabase {
  const schema = `portico_test_${randomBytes(6).toString('hex')}`;
  return {
    title: `PostgreSQL${testDatabaseUrl === undefined ? ` (${howToGetPostgres})` : ''}`,
    missing: testDatabaseUrl === undefined ? howToGetPostgres : undefined,
    async open() {
      await run(`create schema if not exists ${schema}`);
      const url = new URL(testDatabaseUrl ?? '');
      url.searchParams.set('options', `-c search_path=${schema}`);
      const database = createDatabase({ url: url.href, directory: inMemory, logger });
      await database.start();
      return database;
    },
    dispose: () => run(`drop schema if exists ${schema} cascade`),
  };
}

async function run(statement: string): Promise<void> {
  const client = new Client({ connectionString: testDatabaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
