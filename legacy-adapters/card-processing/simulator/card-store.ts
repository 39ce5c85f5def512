import type { CardStatusCode, WorldCard } from '#legacy-adapters/simulation/world.ts';

export type RefusalReason = 'CARD_NOT_FOUND' | 'CARD_CLOSED' | 'CARD_EXPIRED' | 'BLOCKED_BY_BANK';

export interface CardStatus {
  readonly cardToken: string;
  readonly code: CardStatusCode;
  readonly changedAt: string;
}

export interface JournalEntry {
  readonly cardToken: string;
  readonly from: CardStatusCode;
  readonly to: CardStatusCode;
  /** The caller's own reference of the change. */
  readonly reference: string;
  readonly at: string;
}

/** The state of every card, and the journal of what changed it. */
export interface CardStore {
  status(cardToken: string): CardStatus | undefined;
  /** A card that already is so stays as it is, and nothing is written. */
  change(cardToken: string, to: 'A' | 'L', reference: string): CardStatus | { readonly refused: RefusalReason };
  /** Oldest first; it only grows. */
  journal(): readonly JournalEntry[];
}

const journalMax = 1_000_000;
const unchangeable: Partial<Record<CardStatusCode, RefusalReason>> = { C: 'CARD_CLOSED', X: 'CARD_EXPIRED', B: 'BLOCKED_BY_BANK' };

export function createCardStore(cards: readonly WorldCard[], clock: () => Date): CardStore {
  const statuses = new Map(
    cards.map(({ cardToken, status, statusChangedAt }): [string, CardStatus] => [
      cardToken,
      { cardToken, code: status, changedAt: statusChangedAt },
    ]),
  );
  const journal: JournalEntry[] = [];

  return {
    status: (cardToken) => statuses.get(cardToken),
    change(cardToken, to, reference) {
      const current = statuses.get(cardToken);
      if (current === undefined) return { refused: 'CARD_NOT_FOUND' };
      const reason = unchangeable[current.code];
      if (reason !== undefined) return { refused: reason };
      if (current.code === to) return current;
      if (journal.length >= journalMax) throw new RangeError(`the journal is full: ${journalMax} entries`);
      const changedAt = clock().toISOString();
      const changed = { cardToken, code: to, changedAt };
      journal.push(Object.freeze({ cardToken, from: current.code, to, reference, at: changedAt }));
      statuses.set(cardToken, changed);
      return changed;
    },
    journal: () => [...journal],
  };
}
