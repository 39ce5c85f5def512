import type { ReactNode } from 'react';
import { isNegative } from '../format/decimal.ts';
import type { OperationRowFragment } from '../generated/graphql.ts';
import { Amount } from './amount.tsx';
import { Icon } from './icon.tsx';
import './operation-row.css';

interface OperationRowProps {
  readonly operation: OperationRowFragment;
  /** Under the title, where nothing better is known. */
  readonly note: string;
  readonly open: (operation: OperationRowFragment) => void;
}

export function OperationRow({ operation, note, open }: OperationRowProps): ReactNode {
  const { amount, counterparty, description } = operation;
  const isOut = isNegative(amount.amount);
  return (
    <button type="button" className="operation" onClick={() => open(operation)}>
      <span className="operation-mark" data-direction={isOut ? 'out' : 'in'}>
        <Icon name={isOut ? 'outgoing' : 'incoming'} />
      </span>
      <span className="operation-words">
        <span className="operation-title">{counterparty ?? description}</span>
        <span className="operation-note">{counterparty === null ? note : description}</span>
      </span>
      <Amount money={amount} signed className={isOut ? '' : 'amount-in'} />
    </button>
  );
}
