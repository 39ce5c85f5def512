import { sql } from 'kysely';
import { createDatabase, inMemory } from '../database/database.ts';
import { processDatabaseUrl } from '../database/environment.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createIdempotency } from './idempotency.ts';

/** A process of its own that asks under one key many times at once, for the test of two of them. */
const times = Number(process.argv[2]);
const database = createDatabase({ url: processDatabaseUrl, directory: inMemory, logger: createLogger('test', 'silent') });
await database.start();
const keys = createIdempotency(database);
const request = { principal: 'customer-1', key: 'two-processes', operation: 'lockCard', input: { card: 'card-1' } };

process.once('message', async () => {
  const answers = await Promise.all(
    Array.from({ length: times }, () =>
      database.transaction(async (transaction) => {
        const claim = await keys.claim(transaction, request);
        if (claim.kind !== 'claimed') return claim;
        await sql`insert into effect values ('card-1')`.execute(transaction.tables());
        await keys.answer(transaction, request, { locked: 'card-1' });
        return { kind: 'answered', answer: { locked: 'card-1' } };
      }),
    ),
  );
  process.send?.(answers);
});
process.send?.('ready');
