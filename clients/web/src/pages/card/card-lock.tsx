import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import type { CardDetails } from './card-details.ts';
import { type CardChange, useCardChange } from './use-card-change.ts';

/** Locks and unlocks at once on the screen; when the bank says no, the cache takes it back and the bank's sentence is shown. */
export function CardLock({ card }: { readonly card: CardDetails }): ReactNode {
  const { say } = useLanguage();
  const { change, begin, check } = useCardChange(card.id);
  const [asking, setAsking] = useState(false);
  const isLocked = card.status === 'LOCKED';

  // A status that is not known must keep nobody from locking: that is safe to try.
  if (card.status !== null && card.status !== 'ACTIVE' && !isLocked)
    return <p className="lock-note">{say(`lock.never.${neverReason(card.status)}`)}</p>;
  return (
    <div className="lock">
      <button
        type="button"
        className={`button ${isLocked ? 'button-primary' : 'button-soft'}`}
        disabled={change.kind === 'sending'}
        onClick={() => setAsking(true)}
        data-testid="lock"
      >
        <Icon name={isLocked ? 'unlock' : 'lock'} />
        {say(isLocked ? 'lock.unlock' : 'lock.lock')}
      </button>
      <p className="lock-note">{say(isLocked ? 'lock.isLocked' : 'lock.isActive')}</p>
      <Outcome change={change} check={check} />
      <Sheet
        open={asking}
        close={() => setAsking(false)}
        title={say(isLocked ? 'lock.askUnlock' : 'lock.askLock', { number: card.displayNumber })}
      >
        <p className="sheet-text">{say(isLocked ? 'lock.unlockMeans' : 'lock.lockMeans')}</p>
        <div className="sheet-actions">
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              setAsking(false);
              begin(isLocked ? 'ACTIVE' : 'LOCKED');
            }}
            data-testid="confirm"
          >
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

/** What came of it, read aloud as it changes. */
function Outcome({ change, check }: { readonly change: CardChange; readonly check: () => void }): ReactNode {
  const { say } = useLanguage();
  return (
    <>
      <div role="status">
        {change.kind === 'done' ? <p className="said said-good">{say(change.to === 'LOCKED' ? 'lock.locked' : 'lock.unlocked')}</p> : null}
      </div>
      <div role="alert">
        {change.kind === 'refused' ? <p className="said said-bad">{change.message}</p> : null}
        {change.kind === 'failed' ? (
          <p className="said said-bad">
            {`${say(change.to === 'LOCKED' ? 'lock.notLocked' : 'lock.notUnlocked')} ${say(`trouble.${change.failure}`)}`}
          </p>
        ) : null}
        {change.kind === 'unknown' ? (
          <div className="said said-unknown">
            <p>{say(change.to === 'LOCKED' ? 'lock.unknownLocked' : 'lock.unknownUnlocked')}</p>
            <p>{say(change.checking ? 'lock.checking' : 'lock.againIsSafe')}</p>
            {change.checking ? null : (
              <button type="button" className="button button-soft" onClick={check} data-testid="check">
                <Icon name="retry" />
                {say('lock.check')}
              </button>
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}

const reasons = ['BLOCKED_BY_BANK', 'EXPIRED', 'CLOSED'] as const;

function neverReason(status: string): (typeof reasons)[number] | 'UNKNOWN' {
  return reasons.find((one) => one === status) ?? 'UNKNOWN';
}
