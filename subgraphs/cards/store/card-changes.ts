import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Transaction } from '#platform/database/transaction.ts';
import type { ChangeState, OpenChange, Outcome, WantedStatus } from '../domain/card-change.ts';
import type { Tables } from './tables.ts';

/** What a customer wants of a card. */
export interface ChangeRequest {
  readonly customerNumber: string;
  readonly cardToken: string;
  readonly wanted: WantedStatus;
  readonly key: string;
  readonly traceId: string;
}

export interface StoredChange extends ChangeRequest, OpenChange {
  readonly id: string;
  readonly state: ChangeState;
  readonly attempt: number;
}

const open: readonly ChangeState[] = ['SENDING', 'UNKNOWN'];
const now = sql<Date>`clock_timestamp()`;

export async function insertChange(transaction: Transaction, request: ChangeRequest): Promise<StoredChange> {
  const id = randomUUID();
  const { customerNumber, cardToken, wanted, key, traceId } = request;
  await transaction
    .tables<Tables>()
    .insertInto('card_change')
    .values({
      id,
      customer_number: customerNumber,
      card_token: cardToken,
      wanted,
      idempotency_key: key,
      state: 'SENDING',
      reason: null,
      attempt: 1,
      trace_id: traceId,
      sent_at: now,
      ended_at: null,
    })
    .execute();
  return { ...request, id, state: 'SENDING', attempt: 1, ageMs: 0, isSuperseded: false };
}

/** One change by its id, or the newest one under a customer's key. */
export async function findChange(
  tables: Kysely<Tables>,
  by: { readonly id: string } | Pick<ChangeRequest, 'customerNumber' | 'key'>,
): Promise<StoredChange | undefined> {
  const query = tables
    .selectFrom('card_change as change')
    .selectAll()
    .select([
      sql<number>`(extract(epoch from clock_timestamp() - sent_at) * 1000)::double precision`.as('age_ms'),
      sql<boolean>`exists (select from card_change as later
        where later.card_token = change.card_token and later.sent_at > change.sent_at and later.state = 'DONE')`.as('is_superseded'),
    ])
    .orderBy('sent_at', 'desc')
    .limit(1);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('customer_number', '=', by.customerNumber).where('idempotency_key', '=', by.key)
  ).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    customerNumber: row.customer_number,
    cardToken: row.card_token,
    wanted: row.wanted,
    key: row.idempotency_key,
    traceId: row.trace_id,
    state: row.state,
    attempt: row.attempt,
    ageMs: row.age_ms,
    isSuperseded: row.is_superseded,
  };
}

/** False where somebody else has ended it, or sends it again, so that only what was carried out can still be said of it. */
export async function endChange(transaction: Transaction, { id, attempt }: StoredChange, outcome: Outcome): Promise<boolean> {
  const query = transaction
    .tables<Tables>()
    .updateTable('card_change')
    .set({ state: outcome.state, reason: outcome.state === 'REFUSED' ? outcome.reason : null, ended_at: now })
    .where('id', '=', id)
    .where('state', 'in', open);
  const { numUpdatedRows } = await (outcome.state === 'DONE' ? query : query.where('attempt', '=', attempt)).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function markUnknown(tables: Kysely<Tables>, { id, attempt }: StoredChange): Promise<void> {
  const query = tables.updateTable('card_change').set({ state: 'UNKNOWN' });
  await query.where('id', '=', id).where('state', '=', 'SENDING').where('attempt', '=', attempt).execute();
}

/** Lets one of several who come at once send it again: that one's change, or undefined. */
export async function takeOver(tables: Kysely<Tables>, change: StoredChange): Promise<StoredChange | undefined> {
  const attempt = change.attempt + 1;
  const { numUpdatedRows } = await tables
    .updateTable('card_change')
    .set({ state: 'SENDING', attempt, sent_at: now })
    .where('id', '=', change.id)
    .where('state', 'in', open)
    .where('attempt', '=', change.attempt)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ...change, state: 'SENDING', attempt } : undefined;
}
