import type { CardRefusal, CardStatus } from '#legacy-adapters/card-processing/index.ts';

/**
 * The states of a lock or an unlock. `SENDING` and `UNKNOWN` are open, the others are final:
 *
 * - SENDING: written down, and on its way to card processing
 * - UNKNOWN: sent, and no answer came
 * - DONE, REFUSED: what card processing answered, or what the card shows
 * - NOT_DONE: it did not arrive, so that its key is free again
 * - SUPERSEDED: a later change of the card has ended, so that the card no longer shows what became of this one
 */
export type ChangeState = 'SENDING' | 'UNKNOWN' | 'DONE' | 'REFUSED' | 'NOT_DONE' | 'SUPERSEDED';

export type WantedStatus = 'LOCKED' | 'ACTIVE';

/** How a change has ended. */
export type Outcome =
  /** `isNews` is false where a later change has made the card what this one wanted. */
  | { readonly state: 'DONE'; readonly isNews: boolean }
  | { readonly state: 'REFUSED'; readonly reason: CardRefusal }
  | { readonly state: 'NOT_DONE' }
  | { readonly state: 'SUPERSEDED' };

/** What is known of an open change besides the card's status. */
export interface OpenChange {
  readonly wanted: WantedStatus;
  /** Since it was sent for the last time, or was to be. */
  readonly ageMs: number;
  /** Whether a change of the same card that was sent later has been carried out. */
  readonly isSuperseded: boolean;
}

/** Longer than any request lives: whoever was sending it has died. */
export const sendingMsMax = 35_000;
/** So long after it was sent nothing of it is still on its way. */
export const arrivesMsMax = 120_000;

const refusals: Partial<Record<CardStatus, CardRefusal>> = {
  CLOSED: 'CARD_CLOSED',
  EXPIRED: 'CARD_EXPIRED',
  BLOCKED_BY_BANK: 'BLOCKED_BY_BANK',
};

/** What a card's status says of a change whose answer was lost; undefined while it may still be carried out. */
export function outcomeShownBy(status: CardStatus | undefined, { wanted, ageMs, isSuperseded }: OpenChange): Outcome | undefined {
  if (status === wanted) return { state: 'DONE', isNews: !isSuperseded };
  if (isSuperseded) return { state: 'SUPERSEDED' };
  const reason = status === undefined ? 'CARD_NOT_FOUND' : refusals[status];
  if (reason !== undefined) return { state: 'REFUSED', reason };
  return ageMs > arrivesMsMax ? { state: 'NOT_DONE' } : undefined;
}

/** Whether nobody is sending it any more, so that its key asked again may take it over. */
export function isAbandoned(state: ChangeState, { ageMs }: Pick<OpenChange, 'ageMs'>): boolean {
  return state === 'UNKNOWN' || (state === 'SENDING' && ageMs > sendingMsMax);
}
