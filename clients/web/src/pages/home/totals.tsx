import type { ReactNode } from 'react';
import { sum } from '../../format/decimal.ts';
import type { Money } from '../../format/money.ts';
import type { HomeAccountsQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../../parts/amount.tsx';

export type HomeAccount = NonNullable<NonNullable<HomeAccountsQuery['me']>['accounts']>[number];

/**
 * What is booked on open accounts, one exact sum for each currency: hryvnia first, then as the accounts come. Undefined where a
 * balance is not known: a sum of the others would be taken for the whole.
 */
export function totalsOf(accounts: readonly Pick<HomeAccount, 'balance' | 'closedOn'>[]): Money[] | undefined {
  const balances = accounts.filter(({ closedOn }) => closedOn === null).map(({ balance }) => balance);
  const open = balances.filter((balance) => balance !== null);
  if (open.length < balances.length) return undefined;
  const currencies = [...new Set(open.map(({ currency }) => currency))].toSorted((a, b) => Number(b === 'UAH') - Number(a === 'UAH'));
  return currencies.map((currency) => ({
    currency,
    amount: sum(open.filter((balance) => balance.currency === currency).map(({ amount }) => amount)),
  }));
}

export function Totals({ accounts }: { readonly accounts: readonly HomeAccount[] }): ReactNode {
  const { say } = useLanguage();
  const totals = totalsOf(accounts);
  if (totals === undefined) return <p className="front-note">{say('trouble.title', { what: say('home.balances') })}</p>;
  const [first, ...others] = totals;
  if (first === undefined) return <p className="front-note">{say('home.noMoney')}</p>;
  return (
    <div className="totals" data-testid="totals">
      <p className="totals-label">{say('home.total')}</p>
      <p className="totals-first">
        <Amount money={first} />
      </p>
      {others.length === 0 ? null : (
        <ul className="totals-others">
          {others.map((money) => (
            <li key={money.currency}>
              <Amount money={money} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
