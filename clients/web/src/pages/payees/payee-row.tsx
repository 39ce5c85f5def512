import type { ReactNode } from 'react';
import type { PayeeFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../parts/icon.tsx';

interface PayeeRowProps {
  readonly payee: PayeeFragment;
  readonly rename: () => void;
  readonly remove: () => void;
}

export function PayeeRow({ payee, rename, remove }: PayeeRowProps): ReactNode {
  const { say } = useLanguage();
  return (
    <li className="payee">
      <span className="payee-picture" aria-hidden="true" data-initials={payee.initials} />
      <span className="payee-words">
        <span className="payee-name">{payee.name}</span>
        <span className="payee-destination">{destinationOf(payee.destination)}</span>
      </span>
      <button type="button" className="button-icon" aria-label={say('payees.renameOne', { name: payee.name })} onClick={rename}>
        <Icon name="edit" />
      </button>
      <button type="button" className="button-icon" aria-label={say('payees.removeOne', { name: payee.name })} onClick={remove}>
        <Icon name="remove" />
      </button>
    </li>
  );
}

/** In groups, as people read it. A kind that this page does not know shows its name alone. */
function destinationOf(destination: PayeeFragment['destination']): string {
  switch (destination.__typename) {
    case 'PayeePhone':
      return destination.phone.replace(/^(\+380)(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5');
    case 'PayeeBankAccount':
      return destination.iban.replace(/(.{4})(?=.)/g, '$1 ');
    case 'PayeeCard':
      return `•• ${destination.lastFour}`;
    default:
      return '';
  }
}
