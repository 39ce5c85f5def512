import type { Transaction } from '../database/transaction.ts';
import type { EventDefinition, EventOf } from './definition.ts';

export interface SubscriptionOptions<Definition extends EventDefinition> {
  /** Who reads, for ever: `notices`. Processes that use the same name share one cursor, and one of them reads at a time. */
  readonly name: string;
  readonly events: readonly Definition[];
  /** Where it begins when it is new: with all that is kept, or with what happens from now on. */
  readonly from: 'beginning' | 'now';
  /**
   * Called for each event, in order. What it writes through the transaction happens exactly once. It may be called again for
   * the same event after it threw or the process died, so anything outside of the database goes through a job whose key is
   * `effectKey(event, name)`.
   */
  handle(transaction: Transaction, event: EventOf<Definition>): Promise<void>;
  /** The most events in one transaction. */
  readonly batchMax?: number;
  /**
   * After so many failures an event is parked, and with it all that follows about the same subject; others go on. Failures
   * that say `OVERLOADED` do not count: the subscriber waits.
   */
  readonly attemptsMax?: number;
  /** The pause after the first failure; it doubles with each further one, up to five minutes. */
  readonly retryDelayMs?: number;
}

export interface Subscription {
  readonly name: string;
  readonly names: readonly string[];
  readonly definitions: ReadonlyMap<string, EventDefinition>;
  readonly from: 'beginning' | 'now';
  readonly batchMax: number;
  readonly attemptsMax: number;
  readonly retryDelayMs: number;
  handle(transaction: Transaction, event: EventOf<EventDefinition>): Promise<void>;
}

const namePattern = /^[a-z][a-z0-9-]{0,62}$/;

export function toSubscription<Definition extends EventDefinition>(options: SubscriptionOptions<Definition>): Subscription {
  if (!namePattern.test(options.name)) throw new Error(`${options.name}: a subscriber's name is in kebab-case`);
  if (options.events.length === 0) throw new Error(`${options.name} subscribes to no event`);
  return {
    name: options.name,
    names: options.events.map(({ name }) => name),
    definitions: new Map(options.events.map((definition) => [definition.name, definition])),
    from: options.from,
    batchMax: options.batchMax ?? 100,
    attemptsMax: options.attemptsMax ?? 10,
    retryDelayMs: options.retryDelayMs ?? 1_000,
    // The definitions are those of the handler's type, and an event is only given to it after its definition has read it.
    handle: options.handle as Subscription['handle'],
  };
}
