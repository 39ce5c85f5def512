import { existsSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { EnvironmentError } from '../environment.ts';
import type { Service } from '../lifecycle.ts';
import type { Logger } from '../telemetry/logger.ts';
import { keepEmptyCluster, readEmptyCluster } from './empty-cluster.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { runTransaction, type Transaction } from './transaction.ts';
import { createLocalWakeUps, createPostgresWakeUps, type WakeUps } from './wake-ups.ts';

export interface DatabaseOptions {
  /** `postgresql://user:password@host/name`. Without it an embedded PGlite keeps the data. */
  readonly url?: string | undefined;
  /** Where PGlite keeps its files; `memory` keeps nothing. */
  readonly directory: string;
  readonly logger: Logger;
}

/** What lies below, for a library that brings its own SQL. Rooms use `tables` and `transaction`. */
export type Driver =
  | { readonly kind: 'pglite'; readonly pglite: PGlite }
  | { readonly kind: 'postgresql'; readonly connectionString: string };

/** One PostgreSQL dialect over an embedded PGlite or a PostgreSQL server. */
export interface Database extends Service {
  readonly kind: 'pglite' | 'postgresql';
  /** Whether no other process can be at work in these data. */
  readonly exclusive: boolean;
  /** Query builders over the tables that the caller has migrated. Every room names its own. */
  tables<Tables>(): Kysely<Tables>;
  /**
   * All that `work` writes happens, or nothing. It must write through what it is given, and wait for nothing but the database:
   * PGlite has one connection, and on PostgreSQL locks are held meanwhile.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Tells whoever waits for this topic, here and in other processes, that there is something to do. See `WakeUps`. */
  wake(topic: string): void;
  onWake(topic: string, listener: () => void): () => void;
  driver(): Driver;
  /** Rejects while the database does not answer. */
  ping(): Promise<void>;
}

export const inMemory = 'memory';
const connectionsMax = 10;
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;
/** Whoever holds locks and asks nothing for so long is cut off: the journal's readers and the audit's sealer wait for him. */
const idleInTransactionMs = 30_000;

/** The database of this process. Nothing is opened before `start`, which rejects where it cannot be reached. */
export function createDatabase(options: DatabaseOptions): Database {
  const { url } = options;
  let lock: FolderLock | undefined;
  let kysely: Kysely<unknown> | undefined;
  let wakeUps: WakeUps | undefined;
  let driver: Driver | undefined;

  function opened(): Kysely<unknown> {
    if (kysely === undefined) throw new Error('the database has not started');
    return kysely;
  }

  async function openPglite(): Promise<Kysely<unknown>> {
    if (options.directory !== inMemory) lock = await lockFolder(options.directory);
    const place = options.directory === inMemory ? {} : { dataDir: options.directory };
    const isNew = options.directory === inMemory || !existsSync(path.join(options.directory, 'PG_VERSION'));
    const empty = isNew ? await readEmptyCluster() : undefined;
    const pglite = await PGlite.create({ ...place, ...(empty === undefined ? {} : { loadDataDir: empty }) });
    if (isNew && empty === undefined) await keepEmptyCluster(pglite);
    wakeUps = createLocalWakeUps();
    driver = { kind: 'pglite', pglite };
    return new Kysely({ dialect: new PGliteDialect({ pglite }) });
  }

  function openPostgres(connectionString: string): Kysely<unknown> {
    const pool = new Pool({
      connectionString,
      max: connectionsMax,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      application_name: 'portico',
    });
    // A connection that breaks must not end the process: not while nobody uses it, and not between two statements of somebody
    // who does, who learns of it by his next one.
    pool.on('error', (error) => options.logger.warn({ err: error }, 'a database connection was lost'));
    pool.on('connect', (client) => client.on('error', () => undefined));
    wakeUps = createPostgresWakeUps(pool, connectionString, options.logger);
    driver = { kind: 'postgresql', connectionString };
    return new Kysely({ dialect: new PostgresDialect({ pool }) });
  }

  const database: Database = {
    name: 'database',
    kind: url === undefined ? 'pglite' : 'postgresql',
    exclusive: url === undefined,
    tables: <Tables>() => opened() as unknown as Kysely<Tables>,
    transaction: (work) => runTransaction(opened(), work),
    wake: (topic) => wakeUps?.wake(topic),
    onWake(topic, listener) {
      opened();
      return wakeUps?.onWake(topic, listener) ?? (() => {});
    },
    driver() {
      if (driver === undefined) throw new Error('the database has not started');
      return driver;
    },
    async ping() {
      const reached = opened();
      await reached.selectNoFrom((expression) => expression.val(1).as('one')).execute();
    },
    async start() {
      try {
        kysely = url === undefined ? await openPglite() : openPostgres(url);
        await database.ping();
      } catch (error) {
        await database.stop();
        if (url === undefined) throw error;
        // What the driver says may quote the address, which holds a password.
        throw new EnvironmentError(`DATABASE_URL: the database does not answer (${codeOf(error)}).`);
      }
    },
    async stop() {
      const open = kysely;
      kysely = undefined;
      driver = undefined;
      await wakeUps?.stop();
      wakeUps = undefined;
      await open?.destroy();
      await lock?.release();
      lock = undefined;
    },
  };
  return database;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}
