import type { ReactNode } from 'react';
import { type PayeeFragment, RemovePayeeDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { ChangeTrouble } from './change-trouble.tsx';
import { usePayeeChange } from './use-payee-change.ts';

export function RemovePayee({ payee, close }: { readonly payee: PayeeFragment; readonly close: () => void }): ReactNode {
  const { say } = useLanguage();
  const { change, send } = usePayeeChange(RemovePayeeDocument, (data) => data.removePayee, close);
  return (
    <>
      <p className="sheet-text">{say('payees.removeMeans')}</p>
      <ChangeTrouble change={change} />
      <div className="sheet-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={change.kind === 'sending'}
          onClick={() => send({ payeeId: payee.id })}
          data-testid="confirm"
        >
          {say('payees.remove')}
        </button>
        <button type="button" className="button button-soft" onClick={close}>
          {say('lock.cancel')}
        </button>
      </div>
    </>
  );
}
