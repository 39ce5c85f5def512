/** What somebody wants of a card, from the first press until the bank has said what came of it. */
export interface Intention {
  readonly to: 'LOCKED' | 'ACTIVE';
  /** One for all tries, so that the bank does it once. */
  readonly idempotencyKey: string;
  /** It was sent, and nobody has said what came of it. */
  readonly unsure: boolean;
}

const nameOf = (cardId: string) => `portico.intention.${cardId}`;

/** Outlives a reload of the page, and not the tab. Kept in memory alone where the browser keeps nothing. */
const kept = new Map<string, string>();

export function intentionOf(cardId: string): Intention | undefined {
  const text = kept.get(cardId) ?? stored(cardId);
  if (text === undefined) return undefined;
  try {
    const { to, idempotencyKey, unsure } = JSON.parse(text) as Partial<Intention>;
    if ((to !== 'LOCKED' && to !== 'ACTIVE') || typeof idempotencyKey !== 'string' || typeof unsure !== 'boolean') return undefined;
    return { to, idempotencyKey, unsure };
  } catch {
    return undefined;
  }
}

/** The intention as it is tried now: with the key of the try before, where there was one of the same wish. */
export function beginIntention(cardId: string, to: Intention['to']): Intention {
  const before = intentionOf(cardId);
  const intention = { to, idempotencyKey: before?.to === to ? before.idempotencyKey : crypto.randomUUID(), unsure: true };
  keep(cardId, intention);
  return intention;
}

export function keep(cardId: string, intention: Intention): void {
  const text = JSON.stringify(intention);
  kept.set(cardId, text);
  try {
    sessionStorage.setItem(nameOf(cardId), text);
  } catch {
    // Storage is switched off: the key lasts until the page is left.
  }
}

/** The bank has said what came of it. */
export function endIntention(cardId: string): void {
  kept.delete(cardId);
  try {
    sessionStorage.removeItem(nameOf(cardId));
  } catch {
    // It was not kept there.
  }
}

function stored(cardId: string): string | undefined {
  try {
    return sessionStorage.getItem(nameOf(cardId)) ?? undefined;
  } catch {
    return undefined;
  }
}
