import { sql } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Service } from '../lifecycle.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { MetricsRegistry } from '../telemetry/metrics.ts';
import { type Appended, appendEvents, type EventInput } from './append.ts';
import type { Event, EventDefinition } from './definition.ts';
import { createJournalMetrics } from './metrics.ts';
import { listParked, type ParkedEvent, replayParked } from './parked.ts';
import { type Reader, startReader } from './reader.ts';
import { type Subscription, type SubscriptionOptions, toSubscription } from './subscription.ts';
import { migrations, type Tables } from './tables.ts';
import { makePartitions, removeExpired } from './upkeep.ts';

export interface JournalOptions {
  /** Started before the journal, and stopped after it. */
  readonly database: Database;
  /** Every kind of event that this bank knows; nothing else can be appended. */
  readonly events: readonly EventDefinition[];
  readonly logger: Logger;
  readonly registry?: MetricsRegistry | undefined;
  /** How often everybody looks without being woken. */
  readonly sweepMs?: number;
}

/** The facts of the domain, in the order in which they became true. */
export interface Journal extends Service {
  /** Its tables; `start` does it too. For whoever appends before anybody reads. */
  migrate(): Promise<void>;
  /** Appends a fact in the transaction that makes it true. Nobody reads it before that commits, and everybody does after. */
  append<Payload extends z.ZodObject>(transaction: Transaction, input: EventInput<Payload>): Promise<Appended>;
  /** Many at once, at most 1,000, in the order given and at the price of one statement. */
  appendAll(transaction: Transaction, inputs: readonly EventInput[]): Promise<readonly Appended[]>;
  /** Call it before `start`. */
  subscribe<Definition extends EventDefinition>(options: SubscriptionOptions<Definition>): void;
  /** What a subscriber could not handle, oldest first, at most 1,000. */
  parked(subscriber: string): Promise<readonly ParkedEvent[]>;
  /** Once its cause is mended: hands a subject's parked events over again. Rejects, and changes nothing, where one fails again. */
  replay(subscriber: string, subject: string): Promise<number>;
  /** Makes the coming months' partitions and removes what is past its retention. Runs by itself, four times a day. */
  upkeep(now?: Date): Promise<void>;
}

const sweepMsDefault = 1_000;
const upkeepMs = 6 * 3_600_000;

export function createJournal({ database, events, logger, registry, sweepMs = sweepMsDefault }: JournalOptions): Journal {
  const known = new Set(events);
  const subscriptions = new Map<string, Subscription>();
  const metrics = createJournalMetrics(registry);
  const readers: Reader[] = [];
  let upkeepTimer: NodeJS.Timeout | undefined;

  function subscriptionOf(subscriber: string): Subscription {
    const subscription = subscriptions.get(subscriber);
    if (subscription === undefined) throw new Error(`nobody here subscribes as ${subscriber}`);
    return subscription;
  }

  const journal: Journal = {
    name: 'journal',
    async append(transaction, input) {
      const [appended] = await journal.appendAll(transaction, [input as unknown as EventInput]);
      if (appended === undefined) throw new Error('nothing was appended');
      return appended;
    },
    async appendAll(transaction, inputs) {
      for (const { event } of inputs) if (!known.has(event)) throw new Error(`${event.name} is not among the events of this journal`);
      const appended = await appendEvents(transaction, database.wake, inputs);
      transaction.afterCommit(() => metrics.appended(inputs));
      return appended;
    },
    subscribe(options) {
      const subscription = toSubscription(options);
      if (subscriptions.has(subscription.name)) throw new Error(`${subscription.name} subscribes twice`);
      for (const event of options.events) {
        if (!known.has(event)) throw new Error(`${subscription.name}: ${event.name} is not among the events of this journal`);
      }
      subscriptions.set(subscription.name, subscription);
    },
    parked: (subscriber) => listParked(database, subscriber),
    replay: (subscriber, subject) => replayParked(database, subscriptionOf(subscriber), subject),
    async upkeep(now = new Date()) {
      await makePartitions(database, now);
      await removeExpired(database, events, now);
    },
    async migrate() {
      await migrate(database, 'events', migrations);
      await makePartitions(database, new Date());
    },
    async start() {
      await journal.migrate();
      for (const subscription of subscriptions.values()) {
        await register(database, subscription);
        const onLook = metrics.lookOf(subscription.name);
        readers.push(startReader({ database, subscription, sweepMs, logger, onLook }));
      }
      const upkeep = () => journal.upkeep().catch((error: unknown) => logger.warn({ err: error }, 'the upkeep of the journal failed'));
      upkeepTimer = setInterval(upkeep, upkeepMs).unref();
    },
    async stop() {
      clearInterval(upkeepTimer);
      await Promise.all(readers.splice(0).map((reader) => reader.stop()));
    },
  };
  return journal;
}

/** The key of what a subscriber does outside of the database because of an event: once, however often it is handled. */
export function effectKey(event: Event, subscriber: string): string {
  return `${event.id}:${subscriber}`;
}

/** A new subscriber begins where it wants to; one that is known goes on where it stands. */
async function register(database: Database, { name, from }: Subscription): Promise<void> {
  await database
    .tables<Tables>()
    .insertInto('event_subscriber')
    .values({
      name,
      position: from === 'beginning' ? '0' : sql<string>`(select settled from event_watermark())`,
      failures: 0,
      not_before: null,
      parked: 0,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}
