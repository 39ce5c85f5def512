import { Meter } from '@base-ui/react/meter';
import type { ReactNode } from 'react';
import { share, subtract } from '../../format/decimal.ts';
import { formatMoney } from '../../format/money.ts';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { CardDetails } from './card-details.ts';

const kinds = ['CASH_WITHDRAWAL', 'IN_STORE_PURCHASE', 'ONLINE_PURCHASE', 'TRANSFER'] as const;
const periods = ['DAY', 'MONTH'] as const;

export function Limits({ limits }: { readonly limits: NonNullable<CardDetails['limits']> }): ReactNode {
  const { locale, say } = useLanguage();
  if (limits.length === 0) return <p className="nothing">{say('card.noLimits')}</p>;
  return (
    <ul className="limits">
      {limits.map(({ kind, period, limit, used }) => {
        const known = periods.find((one) => one === period);
        const name = say(`limit.${kinds.find((one) => one === kind) ?? 'OTHER'}`);
        const left = { amount: subtract(limit.amount, used.amount), currency: limit.currency };
        const spent = share(used.amount, limit.amount);
        const spoken = say('limit.spoken', { used: formatMoney(used, locale), limit: formatMoney(limit, locale) });
        return (
          <li key={`${kind} ${period}`}>
            <Meter.Root className="limit" value={spent * 100} getAriaValueText={() => spoken} data-level={spent >= 0.9 ? 'high' : 'usual'}>
              <Meter.Label className="limit-name">{known === undefined ? name : `${name} ${say(`limit.${known}`)}`}</Meter.Label>
              <span className="limit-left">
                {say('limit.left')} <Amount money={left} />
              </span>
              <Meter.Track className="limit-track">
                <Meter.Indicator className="limit-bar" />
              </Meter.Track>
              <span className="limit-of">{spoken}</span>
            </Meter.Root>
          </li>
        );
      })}
    </ul>
  );
}
