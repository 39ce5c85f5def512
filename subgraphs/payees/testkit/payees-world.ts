import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { createAudit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { createJournal } from '#platform/events/journal.ts';
import { createIdempotency } from '#platform/idempotency/idempotency.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createPayees } from '../change-payees.ts';
import { payeeCreated, payeeRemoved, payeeRenamed } from '../events.ts';
import { tables } from '../store/tables.ts';

/** Payees as the bank wires them, over a database of the test's. */
export async function openPayeesWorld(database: Database) {
  const logger = createLogger('test', 'silent');
  const { privateKey: signingKey } = generateKeyPairSync('ed25519');
  const audit = createAudit({ database, signingKey, sink: { write: async () => {} }, logger });
  const journal = createJournal({ database, events: [payeeCreated, payeeRenamed, payeeRemoved], logger });
  const idempotency = createIdempotency(database);
  await idempotency.migrate();
  await journal.migrate();
  await migrate(database, 'payees', tables);
  await audit.start();
  return { payees: createPayees({ database, journal, idempotency, audit }), idempotency, close: () => audit.stop() };
}

/** What is kept of one customer, each in the order in which it was written. */
export async function keptOf(database: Database, customerNumber: string) {
  const db = database.tables();
  const rows = await sql<{ name: string; value: string }>`select name, value from payee where customer_number = ${customerNumber}
    order by number`.execute(db);
  const events = await sql<{
    name: string;
  }>`select name from event where payload->>'customerNumber' = ${customerNumber} order by position`.execute(db);
  const audited = await sql<{
    action: string;
  }>`select action from audit_entry where actor = ${`customer:${customerNumber}`} order by at`.execute(db);
  const keys = await sql<{
    key: string;
  }>`select key from idempotency_key where principal = ${`customer:${customerNumber}`} order by key`.execute(db);
  return {
    rows: rows.rows,
    events: events.rows.map(({ name }) => name),
    audited: audited.rows.map(({ action }) => action),
    keys: keys.rows.map(({ key }) => key),
  };
}
