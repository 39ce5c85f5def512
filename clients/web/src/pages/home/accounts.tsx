import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Available } from '../../parts/available.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { HomeAccount } from './totals.tsx';

const icons: Readonly<Record<string, IconName>> = {
  CARD: 'card',
  SAVINGS: 'savings',
  DEPOSIT: 'term',
  BUSINESS: 'business',
};

const shownAtFirst = 6;

/** Open accounts first; a long list shows its beginning and how many there are. */
export function Accounts({ accounts }: { readonly accounts: readonly HomeAccount[] }): ReactNode {
  const { say } = useLanguage();
  const [all, setAll] = useState(false);
  const sorted = accounts.toSorted((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null));
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  if (sorted.length === 0) return <p className="nothing">{say('home.noAccounts')}</p>;
  return (
    <>
      <ul className="tiles">
        {shown.map((account) => (
          <li key={account.id}>
            <AccountTile account={account} />
          </li>
        ))}
      </ul>
      {sorted.length <= shownAtFirst ? null : (
        <button type="button" className="button button-soft more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('home.fewer') : say('home.allAccounts', { count: sorted.length })}
        </button>
      )}
    </>
  );
}

function AccountTile({ account }: { readonly account: HomeAccount }): ReactNode {
  const { say } = useLanguage();
  const { balance, available } = account;
  return (
    <Link href={`/accounts/${account.id}`} className="tile" data-closed={account.closedOn !== null}>
      <span className="tile-top">
        <span className="tile-icon">
          <Icon name={icons[account.kind] ?? 'wallet'} />
        </span>
        <span className="tile-words">
          <span className="tile-name">{account.name}</span>
          {account.bankDetails === null ? null : (
            <span className="tile-number">
              <span aria-hidden="true">•• </span>
              {account.bankDetails.iban.slice(-4)}
            </span>
          )}
        </span>
      </span>
      <span className="tile-money">
        <Amount money={balance} className="tile-balance" />
        <span className="tile-note">
          {account.closedOn !== null ? say('account.closed') : <Available balance={balance} available={available} />}
        </span>
      </span>
    </Link>
  );
}
