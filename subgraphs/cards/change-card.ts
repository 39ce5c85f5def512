import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { CardChange, CardProcessing, CardRefusal } from '#legacy-adapters/card-processing/index.ts';
import type { Audit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';
import type { Deadline } from '#platform/deadline.ts';
import { BankError, LegacyFailure, OutcomeUnknown } from '#platform/errors.ts';
import type { Journal } from '#platform/events/journal.ts';
import type { Idempotency } from '#platform/idempotency/idempotency.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Span } from '#platform/telemetry/tracing.ts';
import { isAbandoned, type Outcome, outcomeShownBy } from './domain/card-change.ts';
import { cardLocked, cardUnlocked } from './events.ts';
import { type ChangeRequest, endChange, findChange, insertChange, markUnknown, type StoredChange, takeOver } from './store/card-changes.ts';
import type { Tables } from './store/tables.ts';
import { lookAfterMs, lookIntoChange } from './work/queues.ts';

export interface CardChangesOptions {
  readonly database: Database;
  readonly journal: Journal;
  readonly jobs: Jobs;
  readonly idempotency: Idempotency;
  readonly audit: Audit;
  readonly processing: CardProcessing;
}

interface Call {
  readonly deadline: Deadline;
  readonly trace: Span;
}

/** What a customer is told, and told again under the same key. */
export type ChangeAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: CardRefusal }
  /** A later change has ended, so nobody will ever know. */
  | { readonly kind: 'superseded' };

export interface CardChanges {
  /**
   * Locks or unlocks a card once for each key. Asked again under the key it answers as before; while nobody knows the outcome
   * it looks at the card and sends the same change again, under the same reference. Throws OUTCOME_UNKNOWN where there is
   * still none, BAD_USER_INPUT for another request's key, and LegacyFailures of card processing.
   */
  change(request: Omit<ChangeRequest, 'traceId'>, call: Call): Promise<ChangeAnswer>;
  /** Looks at the card where the outcome of a change is not known. False: it still is not. */
  lookInto(changeId: string, call: Call): Promise<boolean>;
}

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('refused'), reason: z.enum(['CARD_NOT_FOUND', 'CARD_CLOSED', 'CARD_EXPIRED', 'BLOCKED_BY_BANK']) }),
  z.object({ kind: z.literal('superseded') }),
]);
/** Whoever comes while the same change is on its way waits for its answer, and not for longer than this. */
const waitMsMax = 4_000;
const waitReserveMs = 500;
const lookAgainMs = 50;

const principalOf = ({ customerNumber }: Pick<ChangeRequest, 'customerNumber'>) => `customer:${customerNumber}`;

export function createCardChanges({ database, journal, jobs, idempotency, audit, processing }: CardChangesOptions): CardChanges {
  const tables = () => database.tables<Tables>();

  /** Claims the key with the intent, or says what is known of it. */
  function begin(request: ChangeRequest): Promise<StoredChange | ChangeAnswer | 'in-flight'> {
    return database.transaction(async (transaction) => {
      const { cardToken, wanted, key } = request;
      const operation = wanted === 'LOCKED' ? 'lockCard' : 'unlockCard';
      const claim = await idempotency.claim(transaction, { principal: principalOf(request), key, operation, input: { cardToken } });
      if (claim.kind === 'refused')
        throw new BankError('BAD_USER_INPUT', 'This idempotencyKey belongs to another request. Use a new one for each request.');
      if (claim.kind === 'answered') return answerSchema.parse(claim.answer);
      if (claim.kind === 'in-flight') return 'in-flight';
      const change = await insertChange(transaction, request);
      await audit.record(transaction, {
        actor: principalOf(request),
        action: wanted === 'LOCKED' ? 'card.lock' : 'card.unlock',
        subject: `card:${cardToken}`,
        details: { change: change.id },
        traceId: request.traceId,
      });
      const startAfter = new Date(Date.now() + lookAfterMs);
      await jobs.enqueue(transaction, lookIntoChange, { changeId: change.id }, { key: change.id, startAfter });
      return change;
    });
  }

  /** Writes the outcome, its answer and its event together. False where somebody else has, or will. */
  function end(change: StoredChange, outcome: Outcome): Promise<boolean> {
    return database.transaction(async (transaction) => {
      if (!(await endChange(transaction, change, outcome))) return false;
      const key = { principal: principalOf(change), key: change.key };
      const answer = answerOf(outcome);
      if (answer === undefined) await idempotency.forget(transaction, [key]);
      else await idempotency.answer(transaction, key, answer);
      if (outcome.state !== 'DONE' || !outcome.isNews) return true;
      await journal.append(transaction, {
        event: change.wanted === 'LOCKED' ? cardLocked : cardUnlocked,
        subject: change.cardToken,
        payload: { customerNumber: change.customerNumber, changeId: change.id },
        traceId: change.traceId,
      });
      return true;
    });
  }

  /** `mayHaveArrived`: whether it may have been sent before. */
  async function send(change: StoredChange, mayHaveArrived: boolean, call: Call): Promise<ChangeAnswer> {
    const { cardToken, key, wanted } = change;
    let changed: CardChange;
    try {
      changed = await (wanted === 'LOCKED' ? processing.lockCard(cardToken, key, call) : processing.unlockCard(cardToken, key, call));
    } catch (error) {
      const isUnknown = mayHaveArrived || !(error instanceof LegacyFailure) || error instanceof OutcomeUnknown;
      if (!isUnknown) await end(change, { state: 'NOT_DONE' });
      else {
        await markUnknown(tables(), change);
        if (error instanceof LegacyFailure && !(error instanceof OutcomeUnknown))
          throw new OutcomeUnknown(error.system, 'it was sent before, and could not be sent again', { cause: error });
      }
      throw error;
    }
    const outcome: Outcome = changed.outcome === 'DONE' ? { state: 'DONE', isNews: true } : { state: 'REFUSED', reason: changed.reason };
    await end(change, outcome);
    return changed.outcome === 'DONE' ? { kind: 'done' } : { kind: 'refused', reason: changed.reason };
  }

  async function statusShows(change: StoredChange, call: Call): Promise<Outcome | undefined> {
    const [status] = await processing.findStatuses([change.cardToken], call);
    return outcomeShownBy(status, change);
  }

  async function bringToEnd(change: StoredChange, call: Call): Promise<ChangeAnswer> {
    const shown = await statusShows(change, call).catch(async (error: unknown) => {
      await markUnknown(tables(), change);
      throw new OutcomeUnknown('card-processing', 'its status cannot be asked', { cause: error });
    });
    const answer = shown === undefined ? undefined : answerOf(shown);
    if (shown === undefined || answer === undefined) return send(change, true, call);
    await end(change, shown);
    return answer;
  }

  /** Waits for whoever is sending it, or takes it over from one who cannot say what became of it. Undefined: look at the key again. */
  async function resume(request: ChangeRequest, waitUntil: number, call: Call): Promise<ChangeAnswer | undefined> {
    const change = await findChange(tables(), request);
    const isFree = change !== undefined && isAbandoned(change.state, change);
    const taken = isFree ? await takeOver(tables(), change) : undefined;
    if (taken !== undefined) return bringToEnd(taken, call);
    if (performance.now() > waitUntil) {
      throw new BankError('OUTCOME_UNKNOWN', 'This request is still being carried out. Ask again with the same idempotencyKey.');
    }
    await pause(lookAgainMs);
    return undefined;
  }

  return {
    async change(given, call) {
      const request = { ...given, traceId: call.trace.traceId };
      const waitUntil = performance.now() + Math.min(waitMsMax, call.deadline.remainingMs() - waitReserveMs);
      for (;;) {
        const begun = await begin(request);
        if (begun !== 'in-flight') return 'kind' in begun ? begun : send(begun, false, call);
        const answer = await resume(request, waitUntil, call);
        if (answer !== undefined) return answer;
      }
    },
    async lookInto(changeId, call) {
      const change = await findChange(tables(), { id: changeId });
      if (change === undefined || (change.state !== 'SENDING' && change.state !== 'UNKNOWN')) return true;
      const shown = await statusShows(change, call);
      return shown !== undefined && (await end(change, shown));
    },
  };
}

/** None for what did not arrive: its key is free again. */
function answerOf(outcome: Outcome): ChangeAnswer | undefined {
  switch (outcome.state) {
    case 'DONE':
      return { kind: 'done' };
    case 'REFUSED':
      return { kind: 'refused', reason: outcome.reason };
    case 'SUPERSEDED':
      return { kind: 'superseded' };
    case 'NOT_DONE':
      return undefined;
  }
}
