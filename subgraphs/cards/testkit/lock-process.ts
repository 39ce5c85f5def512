import { writeSync } from 'node:fs';
import { Client } from 'pg';
import { z } from 'zod';
import { createDatabase, inMemory } from '#platform/database/database.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { inTime, openCardsWorld } from './cards-world.ts';

/** A process of its own that locks a card, once or many times at once, and may be killed at one of its statements. */
const taskSchema = z.object({
  databaseUrl: z.string(),
  endpoint: z.string(),
  lock: z.object({ customerNumber: z.string(), cardToken: z.string(), wanted: z.literal('LOCKED'), key: z.string() }),
  times: z.number().int(),
  killAt: z.object({ statement: z.number().int(), phase: z.enum(['before', 'after']) }).optional(),
});
const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''));
const say = (line: string) => writeSync(1, `${line}\n`);

/** What a change says to the database; what jobs and the audit's sealer say by themselves comes at any moment. */
const ofChange = /^(begin|commit)|"(card_change|idempotency_key|audit_entry)"|into audit_waiting|insert into \S*jobs\.|event_append/i;

const statements: string[] = [];
let armed = false;
const query = Client.prototype.query as (...input: unknown[]) => unknown;

function die(): void {
  say(`killed ${task.killAt?.phase} statement ${statements.length}`);
  process.kill(process.pid, 'SIGKILL');
}

/** Kills this process, by a signal that cannot be caught, around the statement of this number. Every way of asking ends here. */
Client.prototype.query = function (this: Client, ...input: unknown[]): unknown {
  const [first] = input;
  const statement = typeof first === 'string' ? first : (first as { text?: string }).text;
  if (!armed || statement === undefined || !ofChange.test(statement)) return query.apply(this, input);
  statements.push(statement);
  if (statements.length !== task.killAt?.statement) return query.apply(this, input);
  if (task.killAt.phase === 'before') die();
  const last = input.at(-1);
  if (typeof last === 'function') {
    input[input.length - 1] = (...answer: unknown[]) => {
      die();
      last(...answer);
    };
    return query.apply(this, input);
  }
  return (query.apply(this, input) as Promise<unknown>).finally(die);
} as typeof Client.prototype.query;

const database = createDatabase({ url: task.databaseUrl, directory: inMemory, logger: createLogger('test', 'silent') });
await database.start();
const cards = await openCardsWorld({ database, endpoint: task.endpoint, works: false, sealMs: 3_600_000 });

process.once('message', async () => {
  armed = true;
  const asked = Array.from({ length: task.times }, () => cards.changes.change(task.lock, inTime()));
  const answers = await Promise.all(asked.map((one) => one.catch((error: unknown) => ({ error: String(error) }))));
  process.send?.({ answers, statements }, () => process.exit(0));
});
process.send?.('ready');
