import type { ReactNode } from 'react';
import type { Failure } from '../graph/failure.ts';
import { type Absent, absent, type Part } from '../graph/use-part.ts';
import { useLanguage } from '../language/language.tsx';
import { Icon } from './icon.tsx';
import './part.css';

interface PartProps<Value> {
  readonly part: Part<Value | Absent>;
  /** What the part is, as the subject of "cannot be shown": "Your cards". */
  readonly what: string;
  readonly skeleton: ReactNode;
  readonly children: (value: Value) => ReactNode;
  readonly whenAbsent?: ReactNode;
}

/** Shows one part of a page: its skeleton, what went wrong with a way to try again, or itself. */
export function PartOf<Value>({ part, what, skeleton, children, whenAbsent = null }: PartProps<Value>): ReactNode {
  const { say } = useLanguage();
  if (part.state === 'loading') {
    return (
      <div aria-busy="true">
        <span className="unseen" role="status">
          {say('part.loading')}
        </span>
        {skeleton}
      </div>
    );
  }
  if (part.state === 'failed') return <Trouble what={what} {...part} />;
  return part.value === absent ? whenAbsent : children(part.value as Value);
}

/** What of a part that is shown could not be had, with a way to try again. */
export function PartGaps({ part, what }: { readonly part: Part<unknown>; readonly what: string }): ReactNode {
  return part.state === 'ready' && part.gaps !== undefined ? <Trouble what={what} {...part.gaps} /> : null;
}

interface TroubleProps {
  readonly what: string;
  readonly failure: Failure;
  readonly retry: () => void;
  readonly retrying: boolean;
}

export function Trouble({ what, failure, retry, retrying }: TroubleProps): ReactNode {
  const { say } = useLanguage();
  return (
    <div className="trouble" role="alert">
      <span className="trouble-mark">
        <Icon name={failure === 'offline' ? 'offline' : 'cloud'} />
      </span>
      <div className="trouble-words">
        <p className="trouble-title">{say('trouble.title', { what })}</p>
        <p className="trouble-why">{say(`trouble.${failure}`)}</p>
      </div>
      {failure === 'forbidden' ? null : (
        <button type="button" className="button button-soft" onClick={retry} disabled={retrying}>
          <Icon name="retry" />
          {say(retrying ? 'trouble.retrying' : 'trouble.retry')}
        </button>
      )}
    </div>
  );
}

/** Grey shapes where lines of text will be. */
export function Skeleton({ lines, height = '3.5rem' }: { readonly lines: number; readonly height?: string }): ReactNode {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes are alike and never move
        <span key={index} className="skeleton-line" style={{ height }} />
      ))}
    </div>
  );
}
