import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for somebody who does not see the row: "Copy IBAN". */
  readonly label: string;
  /** Shows the label beside the drawing. */
  readonly wide?: boolean;
}

const saidForMs = 2_500;

export function CopyButton({ text, label, wide = false }: CopyButtonProps): ReactNode {
  const { say } = useLanguage();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), saidForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const said = copied === undefined ? '' : say(copied ? 'copy.done' : 'copy.failed');
  return (
    <>
      <button
        type="button"
        className={wide ? 'button button-soft' : 'button-icon'}
        {...(wide ? {} : { 'aria-label': label })}
        title={label}
        onClick={() => void copy()}
      >
        <Icon name={copied === true ? 'done' : 'copy'} />
        {wide ? said || label : null}
      </button>
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}
