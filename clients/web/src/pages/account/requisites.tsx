import type { ReactNode } from 'react';
import { inFours } from '../../format/grouped.ts';
import { useLanguage } from '../../language/language.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import type { AccountHead } from './account-head.ts';

interface RequisitesProps {
  readonly account: AccountHead;
  readonly open: boolean;
  readonly close: () => void;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly shown?: string;
}

export function Requisites({ account, open, close }: RequisitesProps): ReactNode {
  const { say } = useLanguage();
  const { requisites } = account;
  const rows: Row[] = [
    { name: say('requisites.recipient'), value: requisites.recipientName },
    { name: 'IBAN', value: requisites.iban, shown: inFours(requisites.iban) },
    ...(requisites.recipientTaxNumber === null ? [] : [{ name: say('requisites.taxNumber'), value: requisites.recipientTaxNumber }]),
    { name: say('requisites.bank'), value: requisites.bankName },
    { name: say('requisites.bankCode'), value: requisites.bankCode },
    ...(requisites.bic === null ? [] : [{ name: 'BIC', value: requisites.bic }]),
    { name: say('requisites.currency'), value: account.currency },
  ];
  return (
    <Sheet open={open} close={close} title={say('requisites.title')}>
      <dl className="facts facts-copied">
        {rows.map(({ name, value, shown }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span>{shown ?? value}</span>
              <CopyButton text={value} label={say('copy.one', { what: name })} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="sheet-actions">
        <CopyButton wide text={rows.map(({ name, value }) => `${name}: ${value}`).join('\n')} label={say('copy.all')} />
      </div>
    </Sheet>
  );
}
