import { createPublicKey } from 'node:crypto';
import { sql } from 'kysely';
import { createDatabase } from '../database/database.ts';
import { createLogger } from '../telemetry/logger.ts';
import { readAnchors } from './anchor.ts';
import { readAuditEnvironment } from './environment.ts';
import { developmentSigningKey } from './settings.ts';
import { verifyAudit } from './verify.ts';

/** `npm run audit -- verify --anchors <file>…`: 0 where the log is whole, 1 where it is not, 2 where that cannot be said. The bank need not run, and the embedded database is its alone while it does. */
const usage = 'usage: AUDIT_PUBLIC_KEY=<PEM> npm run audit -- verify [--anchors <file>]…\n';

async function verify(files: readonly string[]): Promise<number> {
  const settings = readAuditEnvironment();
  const database = createDatabase({ url: settings.DATABASE_URL, directory: settings.DATABASE_DIR, logger: createLogger('audit', 'warn') });
  await database.start();
  try {
    const { rows } = await sql<{ found: string | null }>`select to_regclass('audit_seal')::text as found`.execute(database.tables());
    if (rows[0]?.found === null) {
      process.stderr.write('There is no audit log in this database.\n');
      return 2;
    }
    // The embedded database is that of development, whose key everybody knows.
    const key = settings.AUDIT_PUBLIC_KEY ?? (settings.DATABASE_URL === undefined ? developmentSigningKey : undefined);
    if (key === undefined) {
      process.stderr.write(usage);
      return 2;
    }
    const anchors = (await Promise.all(files.map(readAnchors))).flat();
    const { entries, anchoredTo, faults } = await verifyAudit({ database, key: createPublicKey(key), anchors });
    for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
    if (files.length === 0) process.stdout.write('Without --anchors, a log that was cut off together with its anchors looks whole.\n');
    process.stdout.write(`${entries} entries, anchored up to ${anchoredTo}, ${faults.length} faults.\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
}

const [command, ...rest] = process.argv.slice(2);
const files = rest.filter((_, index) => rest[index - 1] === '--anchors');
if (command !== 'verify' || rest.length !== files.length * 2) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  process.exitCode = await verify(files);
}
