import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { BankError } from '../errors.ts';
import type { Event } from './definition.ts';
import type { Subscription } from './subscription.ts';
import type { EventTable, Tables } from './tables.ts';

/** How far one look at the journal came. */
export interface Look {
  /** `more`: look again at once. `held`: somebody is still appending; look again soon. `idle`: nothing to do before a wake-up. */
  readonly next: 'more' | 'held' | 'idle';
  readonly delivered: number;
  /** Events, of any name, that are settled and not yet passed. */
  readonly behind: number;
  readonly parked: number;
  /** Until when a failing event is left alone. */
  readonly notBefore?: Date;
}

/** A handler threw. `index` is the event's place in its batch. */
class HandlerFailed extends Error {
  readonly index: number;
  readonly event: Event;

  constructor(index: number, event: Event, cause: unknown) {
    super(`${event.name} at ${event.position} could not be handled`, { cause });
    this.index = index;
    this.event = event;
  }
}

/** Progress that touched nothing is only worth a write now and then. */
const unwrittenProgressMax = 1_000;
const retryDelayMsMax = 300_000;
const faultCharactersMax = 500;

/**
 * Reads the next events and hands them to the subscriber, in one transaction with the cursor. Where a handler fails, what came
 * before it is delivered first, then the failing one alone, so that one bad event costs no other.
 */
export async function look(database: Database, subscription: Subscription): Promise<Look> {
  try {
    return await deliver(database, subscription, subscription.batchMax);
  } catch (error) {
    if (!(error instanceof HandlerFailed)) throw error;
    if (error.index > 0) return deliver(database, subscription, error.index);
    return fail(database, subscription, error);
  }
}

function deliver(database: Database, subscription: Subscription, limit: number): Promise<Look> {
  return database.transaction(async (transaction) => {
    const tables = transaction.tables<Tables>();
    const { rows } = await sql<{ cursor: string; issued: string; settled: string; parked: number; wait: Date | null }>`
      select position as cursor, issued, settled, parked, case when not_before > clock_timestamp() then not_before end as wait
      from event_subscriber, lateral (select * from event_watermark()) as watermark
      where name = ${subscription.name} for update of event_subscriber skip locked`.execute(tables);
    const [state] = rows;
    if (state === undefined) return { next: 'idle', delivered: 0, behind: 0, parked: 0 };
    const cursor = Number(state.cursor);
    const settled = Number(state.settled);
    const behind = settled - cursor;
    if (state.wait !== null) return { next: 'idle', delivered: 0, behind, parked: state.parked, notBefore: state.wait };

    const found = await tables
      .selectFrom('event')
      .selectAll()
      .where('position', '>', state.cursor)
      .where('position', '<=', state.settled)
      .where('name', 'in', subscription.names)
      .orderBy('position')
      .limit(limit)
      .execute();
    const parked = state.parked + (await handleAll(transaction, subscription, found.map(toEvent), state.parked > 0));

    const full = found.length === limit;
    const reached = full ? Number(found.at(-1)?.position) : settled;
    if (found.length > 0 || reached - cursor > unwrittenProgressMax) {
      await tables
        .updateTable('event_subscriber')
        .set({ position: String(reached), failures: 0, not_before: null, parked })
        .where('name', '=', subscription.name)
        .execute();
    }
    const held = Number(state.issued) > settled;
    return { next: full ? 'more' : held ? 'held' : 'idle', delivered: found.length, behind: settled - reached, parked };
  });
}

/** Returns how many were parked behind an earlier one of their subject. */
async function handleAll(
  transaction: Transaction,
  subscription: Subscription,
  events: readonly Event[],
  anyParked: boolean,
): Promise<number> {
  const stuck = anyParked ? await parkedSubjects(transaction, subscription, events) : new Set<string>();
  let parked = 0;
  for (const [index, event] of events.entries()) {
    if (stuck.has(event.subject)) {
      await park(transaction, subscription, event, 'behind an earlier event of its subject');
      parked += 1;
      continue;
    }
    await handleOne(transaction, subscription, event).catch((error: unknown) => {
      throw new HandlerFailed(index, event, error);
    });
  }
  return parked;
}

export async function handleOne(transaction: Transaction, subscription: Subscription, event: Event): Promise<void> {
  const definition = subscription.definitions.get(event.name);
  if (definition === undefined) throw new Error(`${subscription.name} does not read ${event.name}`);
  await subscription.handle(transaction, { ...event, payload: definition.payload.parse(event.payload) });
}

/** The first event of a batch cannot be handled: it is tried again later, and parked when that has been often enough. */
function fail(database: Database, subscription: Subscription, failure: HandlerFailed): Promise<Look> {
  const { event, cause } = failure;
  const counts = !(cause instanceof BankError && cause.code === 'OVERLOADED');
  return database.transaction(async (transaction) => {
    const tables = transaction.tables<Tables>();
    const row = await tables
      .selectFrom('event_subscriber')
      .selectAll()
      .where('name', '=', subscription.name)
      .where('position', '<', String(event.position))
      .forUpdate()
      .executeTakeFirst();
    // Somebody else has handled it meanwhile.
    if (row === undefined) return { next: 'more', delivered: 0, behind: 1, parked: 0 };
    const failures = row.failures + (counts ? 1 : 0);
    if (failures >= subscription.attemptsMax) {
      await park(transaction, subscription, event, cause instanceof Error ? cause.message : 'no error');
      await tables
        .updateTable('event_subscriber')
        .set({ position: String(event.position), failures: 0, not_before: null, parked: row.parked + 1 })
        .where('name', '=', subscription.name)
        .execute();
      return { next: 'more', delivered: 0, behind: 1, parked: row.parked + 1 };
    }
    const delayMs = Math.min(retryDelayMsMax, subscription.retryDelayMs * 2 ** Math.max(0, failures - 1));
    const updated = await tables
      .updateTable('event_subscriber')
      .set({ failures, not_before: sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'` })
      .where('name', '=', subscription.name)
      .returning('not_before')
      .executeTakeFirstOrThrow();
    return { next: 'idle', delivered: 0, behind: 1, parked: row.parked, notBefore: updated.not_before ?? new Date() };
  });
}

async function parkedSubjects(transaction: Transaction, subscription: Subscription, events: readonly Event[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = await transaction
    .tables<Tables>()
    .selectFrom('event_parked')
    .select('subject')
    .distinct()
    .where('subscriber', '=', subscription.name)
    .where(
      'subject',
      'in',
      events.map(({ subject }) => subject),
    )
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

async function park(transaction: Transaction, subscription: Subscription, event: Event, fault: string): Promise<void> {
  await transaction
    .tables<Tables>()
    .insertInto('event_parked')
    .values({
      subscriber: subscription.name,
      position: String(event.position),
      subject: event.subject,
      fault: fault.slice(0, faultCharactersMax),
      parked_at: new Date(),
    })
    .execute();
}

export function toEvent(row: EventTable): Event {
  return {
    position: Number(row.position),
    id: row.id,
    name: row.name,
    subject: row.subject,
    payload: row.payload,
    traceId: row.trace_id ?? undefined,
    occurredAt: row.occurred_at,
  };
}
