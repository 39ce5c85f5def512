import type { ReactNode } from 'react';
import { formatDay, formatMoment } from '../format/dates.ts';
import { isNegative } from '../format/decimal.ts';
import type { TransactionRowFragment } from '../generated/graphql.ts';
import { useLanguage } from '../language/language.tsx';
import { Amount } from './amount.tsx';
import { categoryKey } from './category.ts';
import { Sheet } from './sheet.tsx';

interface TransactionDetailsProps {
  readonly transaction: TransactionRowFragment | undefined;
  readonly close: () => void;
}

export function TransactionDetails({ transaction, close }: TransactionDetailsProps): ReactNode {
  const { locale, say } = useLanguage();
  return (
    <Sheet
      open={transaction !== undefined}
      close={close}
      title={transaction?.merchant?.name ?? transaction?.counterparty ?? transaction?.description ?? ''}
    >
      {transaction === undefined ? null : (
        <>
          <p className="sheet-amount">
            <Amount money={transaction.amount} signed className={isNegative(transaction.amount.amount) ? '' : 'amount-in'} />
          </p>
          <dl className="facts">
            <div>
              <dt>{say('transaction.description')}</dt>
              <dd>{transaction.description}</dd>
            </div>
            {transaction.counterparty === null ? null : (
              <div>
                <dt>{say(isNegative(transaction.amount.amount) ? 'transaction.to' : 'transaction.from')}</dt>
                <dd>{transaction.counterparty}</dd>
              </div>
            )}
            <div>
              <dt>{say('transaction.category')}</dt>
              <dd>{say(categoryKey(transaction.category))}</dd>
            </div>
            {transaction.cardLastFour === null ? null : (
              <div>
                <dt>{say('transaction.card')}</dt>
                <dd>•• {transaction.cardLastFour}</dd>
              </div>
            )}
            <div>
              <dt>{say(transaction.status === 'ON_HOLD' ? 'transaction.heldSince' : 'transaction.posted')}</dt>
              <dd>{formatDay(transaction.postedOn, locale)}</dd>
            </div>
            <div>
              <dt>{say('transaction.booked')}</dt>
              <dd>{formatMoment(transaction.bookedAt, locale)}</dd>
            </div>
            {transaction.balanceAfter === null ? null : (
              <div>
                <dt>{say('transaction.balanceAfter')}</dt>
                <dd>
                  <Amount money={transaction.balanceAfter} />
                </dd>
              </div>
            )}
          </dl>
        </>
      )}
    </Sheet>
  );
}
