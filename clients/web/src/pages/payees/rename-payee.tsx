import { type ReactNode, useState } from 'react';
import { type PayeeFragment, RenamePayeeDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { ChangeTrouble } from './change-trouble.tsx';
import { usePayeeChange } from './use-payee-change.ts';

export function RenamePayee({ payee, close }: { readonly payee: PayeeFragment; readonly close: () => void }): ReactNode {
  const { say } = useLanguage();
  const [name, setName] = useState(payee.name);
  const { change, send } = usePayeeChange(RenamePayeeDocument, (data) => data.renamePayee, close);
  return (
    <form
      className="payee-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send({ payeeId: payee.id, name });
      }}
    >
      <TextField
        label={say('payees.name')}
        value={name}
        set={setName}
        fault={change.kind === 'refused' && change.field === 'NAME' ? change.message : undefined}
        charactersMax={140}
      />
      <ChangeTrouble change={change} fields={['NAME']} />
      <div className="sheet-actions">
        <button type="submit" className="button button-primary" disabled={change.kind === 'sending'} data-testid="save-payee">
          {say('payees.save')}
        </button>
        <button type="button" className="button button-soft" onClick={close}>
          {say('lock.cancel')}
        </button>
      </div>
    </form>
  );
}
