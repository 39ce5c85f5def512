import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

/** What one room adds to the database, by names that sort in the order they are run: `001-inbox`. A name once released never changes. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Brings the tables of one room up to date. Each room keeps a journal of its own, so that rooms move independently; a
 * lock in the database lets one process migrate while the others wait. All of it happens, or nothing.
 */
export async function migrate(database: Database, room: string, migrations: Migrations): Promise<void> {
  const db = database.tables<unknown>();
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: `${room}_migration`,
    migrationLockTableName: `${room}_migration_lock`,
    // Else a table of this name in another schema of the database would count as this one.
    migrationTableSchema: rows[0]?.schema ?? 'public',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw new Error(`the tables of ${room} could not be brought up to date${failed === undefined ? '' : `: ${failed}`}`, { cause: error });
}
