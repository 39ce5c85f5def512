import { type ReactNode, useState } from 'react';
import { formatDay, lastDayOf, monthOf, monthsUpTo, todayInKyiv } from '../../format/dates.ts';
import { compare, isZero, share } from '../../format/decimal.ts';
import { formatMoney } from '../../format/money.ts';
import { SpendingDocument, type SpendingQuery } from '../../generated/graphql.ts';
import { usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../amount.tsx';
import { categoryKey } from '../category.ts';
import { PartOf, Skeleton } from '../part.tsx';
import './spending-chart.css';

interface SpendingChartProps {
  readonly id: string;
  /** Shows the month's transactions in the statement. */
  readonly choose: (days: { readonly from: string; readonly to: string }) => void;
}

const monthsShown = 6;
const categoriesShown = 5;

type MonthlySpending = NonNullable<NonNullable<SpendingQuery['account']>['spending']>[number];

/** One request for the half-year that ends with the present month. */
export function SpendingChart({ id, choose }: SpendingChartProps): ReactNode {
  const { say } = useLanguage();
  const months = monthsUpTo(monthOf(todayInKyiv()), monthsShown);
  const variables = { id, monthFrom: months[0] ?? '', monthTo: months.at(-1) ?? '' };
  const spending = usePart(SpendingDocument, variables, ({ account }) => account?.spending);
  return (
    <PartOf
      part={spending}
      what={say('spending.title')}
      skeleton={<Skeleton lines={1} height="16rem" />}
      whenAbsent={<p className="nothing">{say('spending.nothing')}</p>}
    >
      {(all) =>
        all.every(({ spent }) => isZero(spent.amount)) ? (
          <p className="nothing">{say('spending.nothing')}</p>
        ) : (
          <Chart months={all} choose={choose} />
        )
      }
    </PartOf>
  );
}

interface ChartProps extends Pick<SpendingChartProps, 'choose'> {
  readonly months: readonly MonthlySpending[];
}

function Chart({ months, choose }: ChartProps): ReactNode {
  const { locale, say } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const [shown, setShown] = useState(months.length - 1);
  const most =
    months
      .map(({ spent }) => spent.amount)
      .toSorted(compare)
      .at(-1) ?? '0';
  const current = months[shown];
  return (
    <div className="spending">
      {current === undefined ? null : (
        <p className="spending-now">
          <Amount money={current.spent} className="spending-amount" />
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
            {months.map(({ month, spent }) => (
              <tr key={month}>
                <th scope="row">{formatDay(month, locale, 'monthWithYear')}</th>
                <td>
                  <Amount money={spent} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className="bars">
          {months.map(({ month, spent }, index) => (
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
                  {`${formatDay(month, locale, 'monthWithYear')}: ${formatMoney(spent, locale)}. ${say('spending.show')}`}
                </span>
                <span className="month-space">
                  <span className="month-bar" style={{ height: `${Math.max(2, share(spent.amount, most) * 100)}%` }} />
                </span>
                <span className="month-name" aria-hidden="true">
                  {formatDay(month, locale, 'month')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {current === undefined || current.categories.length === 0 ? null : (
        <ul className="spending-categories">
          {current.categories.slice(0, categoriesShown).map(({ category, spent }) => (
            <li key={category}>
              <span>{say(categoryKey(category))}</span>
              <Amount money={spent} />
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
