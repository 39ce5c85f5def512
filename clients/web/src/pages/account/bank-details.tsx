import type { ReactNode } from 'react';
import { inFours } from '../../format/grouped.ts';
import { useLanguage } from '../../language/language.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import type { AccountHead } from './account-head.ts';

interface BankDetailsProps {
  readonly bankDetails: NonNullable<AccountHead['bankDetails']>;
  readonly currency: string;
  readonly open: boolean;
  readonly close: () => void;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly shown?: string;
}

export function BankDetails({ bankDetails, currency, open, close }: BankDetailsProps): ReactNode {
  const { say } = useLanguage();
  const rows: Row[] = [
    { name: say('bankDetails.recipient'), value: bankDetails.recipientName },
    { name: 'IBAN', value: bankDetails.iban, shown: inFours(bankDetails.iban) },
    ...(bankDetails.recipientTaxNumber === null ? [] : [{ name: say('bankDetails.taxNumber'), value: bankDetails.recipientTaxNumber }]),
    { name: say('bankDetails.bank'), value: bankDetails.bankName },
    { name: say('bankDetails.bankCode'), value: bankDetails.bankCode },
    ...(bankDetails.bic === null ? [] : [{ name: 'BIC', value: bankDetails.bic }]),
    { name: say('bankDetails.currency'), value: currency },
  ];
  return (
    <Sheet open={open} close={close} title={say('bankDetails.title')}>
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
