import { createDatabase, inMemory } from '#platform/database/database.ts';
import { journalOf, logger } from './world.ts';

/** A subscriber in a process of its own: says when it listens, then how long each event took. */
const [url = '', beats = '0'] = process.argv.slice(2);
const database = createDatabase({ url, directory: inMemory, logger });
await database.start();
const latencies: number[] = [];
const all = Promise.withResolvers<void>();
const journal = journalOf(database, 'elsewhere', ({ at }) => {
  latencies.push(Date.now() - at);
  if (latencies.length === Number(beats)) all.resolve();
});
await journal.start();
process.send?.('listening');
await all.promise;
process.send?.(latencies);
await journal.stop();
await database.stop();
process.disconnect();
