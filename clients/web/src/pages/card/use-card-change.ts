import { useCallback, useEffect, useState } from 'react';
import { type Client, useClient } from 'urql';
import { CardStateDocument, LockCardDocument, UnlockCardDocument } from '../../generated/graphql.ts';
import { type Failure, failureOfChange } from '../../graph/failure.ts';
import { beginIntention, endIntention, type Intention, intentionOf, keep } from './intention.ts';

/** What can be said of the last wish. `unknown` differs from `failed`: it may have been done. */
export type CardChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly to: Intention['to'] }
  | { readonly kind: 'done'; readonly to: Intention['to'] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly to: Intention['to']; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly to: Intention['to']; readonly checking: boolean };

/** An answer may be lost while the lock is still on its way, so the state is asked for more than once. */
const checkAfterMs = [0, 2_000, 4_000, 8_000];

type Answered = Extract<CardChange, { kind: 'done' | 'refused' | 'failed' | 'unknown' }>;

async function send(client: Client, cardId: string, { to, idempotencyKey }: Intention): Promise<Answered> {
  const input = { cardId, idempotencyKey };
  const { data, error } =
    to === 'LOCKED'
      ? await client.mutation(LockCardDocument, { input }).toPromise()
      : await client.mutation(UnlockCardDocument, { input }).toPromise();
  const result = data === undefined || data === null ? undefined : 'lockCard' in data ? data.lockCard : data.unlockCard;
  const failure = error === undefined ? 'unknown' : failureOfChange(error);
  if (error !== undefined || result === undefined || result === null)
    return failure === 'unknown' ? { kind: 'unknown', to, checking: true } : { kind: 'failed', to, failure };
  return 'message' in result ? { kind: 'refused', message: result.message } : { kind: 'done', to };
}

/** Locks and unlocks a card, and where no answer comes asks the bank how the card stands until that is known. */
export function useCardChange(cardId: string): {
  readonly change: CardChange;
  readonly begin: (to: Intention['to']) => void;
  readonly check: () => void;
} {
  const client = useClient();
  const [change, setChange] = useState<CardChange>(() => {
    const before = intentionOf(cardId);
    return before?.unsure === true ? { kind: 'unknown', to: before.to, checking: true } : { kind: 'none' };
  });

  const begin = useCallback(
    async (to: Intention['to']) => {
      const intention = beginIntention(cardId, to);
      setChange({ kind: 'sending', to });
      const answered = await send(client, cardId, intention);
      if (answered.kind === 'done' || answered.kind === 'refused') endIntention(cardId);
      if (answered.kind === 'failed') keep(cardId, { ...intention, unsure: false });
      setChange(answered);
    },
    [client, cardId],
  );

  const wanted = change.kind === 'unknown' && change.checking ? change.to : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async (round: number) => {
      const { data } = await client.query(CardStateDocument, { id: cardId }, { requestPolicy: 'network-only' }).toPromise();
      if (left) return;
      const next = checkAfterMs[round + 1];
      if (data?.card?.status === wanted) {
        endIntention(cardId);
        setChange({ kind: 'done', to: wanted });
      } else if (next === undefined) setChange({ kind: 'unknown', to: wanted, checking: false });
      else timer = setTimeout(() => void ask(round + 1), next);
    };
    void ask(0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, cardId, wanted]);

  const check = useCallback(() => setChange((now) => (now.kind === 'unknown' ? { ...now, checking: true } : now)), []);
  return { change, begin: (to) => void begin(to), check };
}
