import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDay } from '../../format/dates.ts';
import { inFours } from '../../format/grouped.ts';
import { AccountCardsDocument, AccountHeadDocument } from '../../generated/graphql.ts';
import { absent, usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Available } from '../../parts/available.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PartGaps, PartOf, Skeleton } from '../../parts/part.tsx';
import { SpendingChart } from '../../parts/spending/spending-chart.tsx';
import { NotFoundPage } from '../not-found/not-found-page.tsx';
import { AccountCards } from './account-cards.tsx';
import type { AccountHead } from './account-head.ts';
import { BankDetails } from './bank-details.tsx';
import { Filters } from './filters.tsx';
import { Statement } from './statement.tsx';
import { noFilter, type StatementFilter } from './statement-filter.ts';
import './account-page.css';

interface AccountPageProps {
  readonly id: string;
  /** The address of the bank details is an address of its own, so that it can be sent. */
  readonly bankDetailsOpen: boolean;
}

export function AccountPage({ id, bankDetailsOpen }: AccountPageProps): ReactNode {
  const { say } = useLanguage();
  const [filter, setFilter] = useState<StatementFilter>(noFilter);
  const head = usePart(AccountHeadDocument, { id }, ({ account }) => account, isWhole);
  const cards = usePart(AccountCardsDocument, { id }, ({ account }) => account?.cards);
  if (head.state === 'ready' && head.value === absent) return <NotFoundPage />;
  return (
    <div className="page">
      <Link href="/" className="back">
        <Icon name="back" />
        {say('back.home')}
      </Link>
      <PartOf part={head} what={say('account.this')} skeleton={<Skeleton lines={1} height="9rem" />}>
        {(account) => <Head account={account} bankDetailsOpen={bankDetailsOpen} />}
      </PartOf>
      <PartGaps part={head} what={say('account.details')} />
      <div className="account-page">
        <aside className="account-side">
          <section className="panel" aria-labelledby="spending">
            <h2 id="spending">{say('spending.title')}</h2>
            <SpendingChart id={id} choose={(month) => setFilter({ ...noFilter, ...month, direction: 'out' })} />
          </section>
          <section className="panel" aria-labelledby="cards">
            <h2 id="cards">{say('account.cards')}</h2>
            <PartOf
              part={cards}
              what={say('account.cards')}
              skeleton={<Skeleton lines={2} />}
              whenAbsent={<p className="nothing">{say('account.noCards')}</p>}
            >
              {(all) => <AccountCards cards={all} />}
            </PartOf>
          </section>
        </aside>
        <section className="panel statement-panel" aria-labelledby="statement">
          <h2 id="statement">{say('statement.title')}</h2>
          <Filters filter={filter} change={setFilter} />
          <Statement id={id} filter={filter} />
        </section>
      </div>
    </div>
  );
}

function isWhole({ balance, available, bankDetails }: AccountHead): boolean {
  return balance !== null && available !== null && bankDetails !== null;
}

function Head({ account, bankDetailsOpen }: { readonly account: AccountHead; readonly bankDetailsOpen: boolean }): ReactNode {
  const { locale, say } = useLanguage();
  const [, navigate] = useLocation();
  return (
    <header className="account-head">
      <div>
        <h1>{account.name}</h1>
        {account.bankDetails === null ? null : (
          <p className="account-iban">
            <span>{inFours(account.bankDetails.iban)}</span>
            <CopyButton text={account.bankDetails.iban} label={say('copy.one', { what: 'IBAN' })} />
          </p>
        )}
        <p className="account-since">
          {account.closedOn === null
            ? say('account.openedOn', { date: formatDay(account.openedOn, locale) })
            : say('account.closedOn', { date: formatDay(account.closedOn, locale) })}
        </p>
      </div>
      <div className="account-money">
        <p className="account-balance" data-testid="balance">
          <Amount money={account.balance} />
        </p>
        <p className="account-available">
          <Available balance={account.balance} available={account.available} />
        </p>
        {account.bankDetails === null ? null : (
          <Link href={`/accounts/${account.id}/bank-details`} replace className="button button-light" data-testid="bank-details">
            <Icon name="document" />
            {say('bankDetails.title')}
          </Link>
        )}
      </div>
      {account.bankDetails === null ? null : (
        <BankDetails
          bankDetails={account.bankDetails}
          currency={account.currency}
          open={bankDetailsOpen}
          close={() => navigate(`/accounts/${account.id}`, { replace: true })}
        />
      )}
    </header>
  );
}
