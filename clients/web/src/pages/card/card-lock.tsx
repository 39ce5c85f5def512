import { type ReactNode, useState } from 'react';
import { useMutation } from 'urql';
import { lastFour } from '../../format/grouped.ts';
import { LockCardDocument, UnlockCardDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../graph/failure.ts';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import type { CardDetails } from './card-details.ts';

type Said = { readonly tone: 'good' | 'bad'; readonly text: string };

/** Locks and unlocks at once on the screen; when the bank says no, the cache takes it back and the bank's sentence is shown. */
export function CardLock({ card }: { readonly card: CardDetails }): ReactNode {
  const { say } = useLanguage();
  const [lockState, lock] = useMutation(LockCardDocument);
  const [unlockState, unlock] = useMutation(UnlockCardDocument);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<Said>();
  const isLocked = card.status === 'LOCKED';
  const busy = lockState.fetching || unlockState.fetching;

  async function change(): Promise<void> {
    setAsking(false);
    setSaid(undefined);
    const input = { cardId: card.id, idempotencyKey: crypto.randomUUID() };
    const answer = isLocked ? await unlock({ input }) : await lock({ input });
    const data =
      answer.data === undefined || answer.data === null
        ? undefined
        : 'lockCard' in answer.data
          ? answer.data.lockCard
          : answer.data.unlockCard;
    if (answer.error !== undefined || data === undefined) {
      const failure = answer.error === undefined ? 'broken' : failureOf(answer.error);
      setSaid({ tone: 'bad', text: `${say(isLocked ? 'lock.notUnlocked' : 'lock.notLocked')} ${say(`trouble.${failure}`)}` });
    } else if ('message' in data) {
      setSaid({ tone: 'bad', text: data.message });
    } else {
      setSaid({ tone: 'good', text: say(isLocked ? 'lock.unlocked' : 'lock.locked') });
    }
  }

  if (card.status !== 'ACTIVE' && !isLocked) return <p className="lock-note">{say(`lock.never.${neverReason(card.status)}`)}</p>;
  return (
    <div className="lock">
      <button
        type="button"
        className={`button ${isLocked ? 'button-primary' : 'button-soft'}`}
        disabled={busy}
        onClick={() => setAsking(true)}
        data-testid="lock"
      >
        <Icon name={isLocked ? 'unlock' : 'lock'} />
        {say(isLocked ? 'lock.unlock' : 'lock.lock')}
      </button>
      <p className="lock-note">{say(isLocked ? 'lock.isLocked' : 'lock.isActive')}</p>
      <div role="status">{said?.tone === 'good' ? <p className="said said-good">{said.text}</p> : null}</div>
      <div role="alert">{said?.tone === 'bad' ? <p className="said said-bad">{said.text}</p> : null}</div>
      <Sheet
        open={asking}
        close={() => setAsking(false)}
        title={say(isLocked ? 'lock.askUnlock' : 'lock.askLock', { number: lastFour(card.maskedNumber) })}
      >
        <p className="sheet-text">{say(isLocked ? 'lock.unlockMeans' : 'lock.lockMeans')}</p>
        <div className="sheet-actions">
          <button type="button" className="button button-primary" onClick={() => void change()} data-testid="confirm">
            {say(isLocked ? 'lock.unlock' : 'lock.lock')}
          </button>
          <button type="button" className="button button-soft" onClick={() => setAsking(false)}>
            {say('lock.cancel')}
          </button>
        </div>
      </Sheet>
    </div>
  );
}

const reasons = ['BLOCKED_BY_BANK', 'EXPIRED', 'CLOSED'] as const;

function neverReason(status: string): (typeof reasons)[number] | 'UNKNOWN' {
  return reasons.find((one) => one === status) ?? 'UNKNOWN';
}
