import type { ReactNode } from 'react';
import { formatMoment } from '../../format/dates.ts';
import { currencyName, currencySign, formatRate } from '../../format/rate.ts';
import type { RatesQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import './rates.css';

type Rate = NonNullable<RatesQuery['exchangeRates']>[number];

interface RatesProps {
  readonly rates: readonly Rate[];
  /** How many are shown, in the bank's own order. */
  readonly most?: number;
  /** Has its title in itself, where none stands above. */
  readonly titled?: boolean;
}

export function Rates({ rates, most = rates.length, titled = false }: RatesProps): ReactNode {
  const { locale, say } = useLanguage();
  const newest = rates.toSorted((a, b) => Date.parse(b.asOf) - Date.parse(a.asOf))[0];
  if (newest === undefined) return <p className="nothing">{say('rates.none')}</p>;
  return (
    <div className="rates" data-testid="rates">
      <table>
        <caption className="unseen">{say('rates.title')}</caption>
        <thead>
          <tr>
            <th scope="col">
              {titled ? <span className="rates-title">{say('rates.title')}</span> : <span className="unseen">{say('rates.currency')}</span>}
            </th>
            <th scope="col">{say('rates.buy')}</th>
            <th scope="col">{say('rates.sell')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.slice(0, most).map(({ currency, units, buy, sell }) => (
            <tr key={currency}>
              <th scope="row">
                <span className="rates-currency">
                  <span className="rates-sign" aria-hidden="true">
                    {currencySign(currency, locale)}
                  </span>
                  <span className="rates-words">
                    <span className="rates-code">{units === 1 ? currency : `${units} ${currency}`}</span>
                    <span className="rates-name">{currencyName(currency, locale)}</span>
                  </span>
                </span>
              </th>
              <td>{formatRate(buy, locale)}</td>
              <td>{formatRate(sell, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rates-note">{say('rates.asOf', { currency: newest.quoteCurrency, moment: formatMoment(newest.asOf, locale) })}</p>
    </div>
  );
}
