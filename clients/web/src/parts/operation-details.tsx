import type { ReactNode } from 'react';
import { formatDay, formatMoment } from '../format/dates.ts';
import { isNegative } from '../format/decimal.ts';
import type { OperationRowFragment } from '../generated/graphql.ts';
import { useLanguage } from '../language/language.tsx';
import { Amount } from './amount.tsx';
import { Sheet } from './sheet.tsx';

interface OperationDetailsProps {
  readonly operation: OperationRowFragment | undefined;
  readonly close: () => void;
}

export function OperationDetails({ operation, close }: OperationDetailsProps): ReactNode {
  const { locale, say } = useLanguage();
  return (
    <Sheet open={operation !== undefined} close={close} title={operation?.counterparty ?? operation?.description ?? ''}>
      {operation === undefined ? null : (
        <>
          <p className="sheet-amount">
            <Amount money={operation.amount} signed className={isNegative(operation.amount.amount) ? '' : 'amount-in'} />
          </p>
          <dl className="facts">
            <div>
              <dt>{say('operation.description')}</dt>
              <dd>{operation.description}</dd>
            </div>
            {operation.counterparty === null ? null : (
              <div>
                <dt>{say(isNegative(operation.amount.amount) ? 'operation.to' : 'operation.from')}</dt>
                <dd>{operation.counterparty}</dd>
              </div>
            )}
            <div>
              <dt>{say('operation.posted')}</dt>
              <dd>{formatDay(operation.postedOn, locale)}</dd>
            </div>
            <div>
              <dt>{say('operation.booked')}</dt>
              <dd>{formatMoment(operation.bookedAt, locale)}</dd>
            </div>
            <div>
              <dt>{say('operation.balanceAfter')}</dt>
              <dd>
                <Amount money={operation.balanceAfter} />
              </dd>
            </div>
          </dl>
        </>
      )}
    </Sheet>
  );
}
