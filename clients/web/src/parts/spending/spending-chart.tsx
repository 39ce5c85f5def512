import { type ReactNode, useState } from 'react';
import { formatDay, lastDayOf } from '../../format/dates.ts';
import { compare, isZero, share } from '../../format/decimal.ts';
import { formatMoney } from '../../format/money.ts';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../amount.tsx';
import { Skeleton, Trouble } from '../part.tsx';
import { type Spending, useSpending } from './use-spending.ts';
import './spending-chart.css';

interface SpendingChartProps {
  readonly id: string;
  /** Shows the month's transactions in the statement. */
  readonly choose: (days: { readonly from: string; readonly to: string }) => void;
}

export function SpendingChart({ id, choose }: SpendingChartProps): ReactNode {
  const { say } = useLanguage();
  const { spending, failure, retry } = useSpending(id);
  if (failure !== undefined) return <Trouble what={say('spending.title')} failure={failure} retry={retry} retrying={false} />;
  if (spending === undefined) {
    return (
      <div aria-busy="true">
        <Skeleton lines={1} height="16rem" />
      </div>
    );
  }
  if (spending === null || spending.months.every(({ amount }) => isZero(amount)))
    return <p className="nothing">{say('spending.nothing')}</p>;
  return <Chart spending={spending} choose={choose} />;
}

function Chart({
  spending: { months, currency },
  choose,
}: Pick<SpendingChartProps, 'choose'> & { readonly spending: Spending }): ReactNode {
  const { locale, say } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const [shown, setShown] = useState(months.length - 1);
  const most =
    months
      .map(({ amount }) => amount)
      .toSorted(compare)
      .at(-1) ?? '0';
  const current = months[shown];
  return (
    <div className="spending">
      {current === undefined ? null : (
        <p className="spending-now">
          <Amount money={{ amount: current.amount, currency }} className="spending-amount" />
          <span className="quiet">{formatDay(current.month, locale, 'monthWithYear')}</span>
        </p>
      )}
      {asTable ? (
        <table className="spending-table">
          <thead>
            <tr>
              <th scope="col">{say('spending.month')}</th>
              <th scope="col">{say('spending.spent')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, amount }) => (
              <tr key={month}>
                <th scope="row">{formatDay(month, locale, 'monthWithYear')}</th>
                <td>
                  <Amount money={{ amount, currency }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className="bars">
          {months.map(({ month, amount }, index) => (
            <li key={month}>
              <button
                type="button"
                className="month"
                data-current={index === shown}
                onMouseEnter={() => setShown(index)}
                onFocus={() => setShown(index)}
                onClick={() => choose({ from: `${month}-01`, to: lastDayOf(month) })}
              >
                <span className="unseen">
                  {`${formatDay(month, locale, 'monthWithYear')}: ${formatMoney({ amount, currency }, locale)}. ${say('spending.show')}`}
                </span>
                <span className="month-space">
                  <span className="month-bar" style={{ height: `${Math.max(2, share(amount, most) * 100)}%` }} />
                </span>
                <span className="month-name" aria-hidden="true">
                  {formatDay(month, locale, 'month')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="link-button" onClick={() => setAsTable(!asTable)}>
        {say(asTable ? 'spending.asChart' : 'spending.asTable')}
      </button>
    </div>
  );
}
