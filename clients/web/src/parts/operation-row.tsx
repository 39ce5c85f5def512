import type { ReactNode } from 'react';
import { isNegative } from '../format/decimal.ts';
import type { OperationRowFragment } from '../generated/graphql.ts';
import { Amount } from './amount.tsx';
import { Icon } from './icon.tsx';
import './operation-row.css';

interface OperationRowProps {
  readonly operation: OperationRowFragment;
  /** When it was; more is known of it where it has a counterparty, which then is its title. */
  readonly when: string;
  /** Under a title that says it all already. */
  readonly note?: string;
  readonly open: (operation: OperationRowFragment) => void;
}

export function OperationRow({ operation, when, note, open }: OperationRowProps): ReactNode {
  const { amount, counterparty, description } = operation;
  const isOut = isNegative(amount.amount);
  return (
    <button type="button" className="operation" onClick={() => open(operation)}>
      <span className="operation-mark" data-direction={isOut ? 'out' : 'in'}>
        <Icon name={isOut ? 'outgoing' : 'incoming'} />
      </span>
      <span className="operation-words">
        <span className="operation-title">{counterparty ?? description}</span>
        <span className="operation-note">{[when, counterparty === null ? note : description].filter(Boolean).join(' · ')}</span>
      </span>
      <Amount money={amount} signed className={isOut ? '' : 'amount-in'} />
    </button>
  );
}
