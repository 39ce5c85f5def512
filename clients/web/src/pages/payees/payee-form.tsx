import { type ReactNode, useState } from 'react';
import { CreatePayeeDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { ChangeTrouble } from './change-trouble.tsx';
import { usePayeeChange } from './use-payee-change.ts';

const ways = ['PHONE', 'IBAN'] as const;

/** Whether what is written is right the bank says, and its sentence stands beside the field. */
export function PayeeForm({ close }: { readonly close: () => void }): ReactNode {
  const { say } = useLanguage();
  const [name, setName] = useState('');
  const [way, setWay] = useState<(typeof ways)[number]>('PHONE');
  const [value, setValue] = useState('');
  const { change, send } = usePayeeChange(CreatePayeeDocument, (data) => data.createPayee, close);
  const faultOf = (field: string) => (change.kind === 'refused' && change.field === field ? change.message : undefined);
  return (
    <form
      className="payee-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send({ name, destination: way === 'PHONE' ? { phone: value } : { iban: value } });
      }}
    >
      <TextField label={say('payees.name')} value={name} set={setName} fault={faultOf('NAME')} charactersMax={140} />
      <fieldset className="choice choice-wide" aria-label={say('payees.way')}>
        {ways.map((one) => (
          <button key={one} type="button" aria-pressed={way === one} onClick={() => setWay(one)}>
            {say(`payees.${one}`)}
          </button>
        ))}
      </fieldset>
      <TextField
        label={say(`payees.${way}`)}
        value={value}
        set={setValue}
        fault={faultOf(way)}
        charactersMax={60}
        inputMode={way === 'PHONE' ? 'tel' : 'text'}
        placeholder={way === 'PHONE' ? '+380 67 123 45 67' : 'UA21 3223 1300 0002 6007 2335 6600 1'}
      />
      <ChangeTrouble change={change} fields={['NAME', way]} />
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
