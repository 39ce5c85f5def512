import type { ReactNode } from 'react';
import { isNegative } from '../format/decimal.ts';
import type { TransactionRowFragment } from '../generated/graphql.ts';
import { useLanguage } from '../language/language.tsx';
import { Amount } from './amount.tsx';
import { categoryKey } from './category.ts';
import { Icon } from './icon.tsx';
import './transaction-row.css';

interface TransactionRowProps {
  readonly transaction: TransactionRowFragment;
  /** When it was; more is known of it where it has a counterparty, which then is its title. */
  readonly when: string;
  /** Under a title that says it all already. */
  readonly note?: string;
  readonly open: (transaction: TransactionRowFragment) => void;
}

export function TransactionRow({ transaction, when, note, open }: TransactionRowProps): ReactNode {
  const { say } = useLanguage();
  const { amount, counterparty, description, merchant, category, status } = transaction;
  const title = merchant?.name ?? counterparty ?? description;
  const about = category === 'OTHER' ? (title === description ? note : description) : say(categoryKey(category));
  const isOut = isNegative(amount.amount);
  return (
    <button type="button" className="transaction" onClick={() => open(transaction)}>
      <span className="transaction-mark" data-direction={isOut ? 'out' : 'in'}>
        <Icon name={isOut ? 'outgoing' : 'incoming'} />
      </span>
      <span className="transaction-words">
        <span className="transaction-title">{title}</span>
        <span className="transaction-note">
          {status === 'ON_HOLD' ? <span className="transaction-hold">{say('transaction.onHold')}</span> : null}
          {[when, about].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Amount money={amount} signed className={isOut ? '' : 'amount-in'} />
    </button>
  );
}
