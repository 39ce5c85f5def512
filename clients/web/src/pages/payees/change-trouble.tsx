import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language.tsx';
import type { PayeeChange } from './use-payee-change.ts';

/** What went wrong that belongs to no field. Trying again is safe: the key stays. */
export function ChangeTrouble({ change, fields = [] }: { readonly change: PayeeChange; readonly fields?: readonly string[] }): ReactNode {
  const { say } = useLanguage();
  return (
    <div role="alert">
      {change.kind === 'refused' && !fields.includes(change.field ?? '') ? <p className="said said-bad">{change.message}</p> : null}
      {change.kind === 'failed' ? (
        <p className="said said-bad">
          {say(`trouble.${change.failure}`)} {change.failure === 'unknown' ? say('payees.againIsSafe') : null}
        </p>
      ) : null}
    </div>
  );
}
