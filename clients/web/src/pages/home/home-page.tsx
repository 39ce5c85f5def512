import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { HomeAccountsDocument, HomeCardsDocument, RecentTransactionsDocument } from '../../generated/graphql.ts';
import { absent, usePart } from '../../graph/use-part.ts';
import { useLanguage } from '../../language/language.tsx';
import { PartGaps, PartOf, Skeleton } from '../../parts/part.tsx';
import { RatesPanel } from '../../parts/rates/rates-panel.tsx';
import { SpendingChart } from '../../parts/spending/spending-chart.tsx';
import { Accounts } from './accounts.tsx';
import { Cards } from './cards.tsx';
import { RecentTransactions } from './recent-transactions.tsx';
import { type HomeAccount, Totals } from './totals.tsx';
import './home-page.css';

const nothing = {};

const areWhole = (accounts: readonly HomeAccount[]) =>
  accounts.every(({ balance, available, bankDetails }) => balance !== null && available !== null && bankDetails !== null);
const haveStatus = (cards: readonly { readonly status: unknown }[]) => cards.every(({ status }) => status !== null);
const haveTransactions = (accounts: readonly { readonly transactions: unknown }[]) =>
  accounts.every(({ transactions }) => transactions !== null);

/** Parts that stand on different systems, so that one of them unavailable costs only itself. */
export function HomePage({ name }: { readonly name: string }): ReactNode {
  const { say } = useLanguage();
  const [, navigate] = useLocation();
  const accounts = usePart(HomeAccountsDocument, nothing, ({ me }) => me?.accounts, areWhole);
  const displayName = usePart(HomeAccountsDocument, nothing, ({ me }) => me?.displayName);
  const cards = usePart(HomeCardsDocument, nothing, ({ me }) => me?.cards, haveStatus);
  const transactions = usePart(RecentTransactionsDocument, nothing, ({ me }) => me?.accounts, haveTransactions);
  const called = displayName.state === 'ready' && typeof displayName.value === 'string' ? displayName.value : name;

  const main =
    accounts.state === 'ready' && accounts.value !== absent ? accounts.value.find(({ closedOn }) => closedOn === null) : undefined;
  const nothingToSpendFrom = accounts.state === 'ready' && main === undefined;

  return (
    <>
      <section className="front">
        <div className="front-width">
          <h1 className="front-hello">{say('home.hello', { name: called.split(' ')[0] ?? '' })}</h1>
          <PartOf part={accounts} what={say('home.balances')} skeleton={<Skeleton lines={1} height="4rem" />}>
            {(all) => <Totals accounts={all} />}
          </PartOf>
        </div>
      </section>
      <div className="page home">
        <section className="panel home-accounts" aria-labelledby="accounts">
          <h2 id="accounts">{say('home.accounts')}</h2>
          <PartOf part={accounts} what={say('home.accounts')} skeleton={<Skeleton lines={3} height="7rem" />}>
            {(all) => <Accounts accounts={all} />}
          </PartOf>
          <PartGaps part={accounts} what={say('home.balances')} />
        </section>
        <div className="home-side">
          <section className="panel home-cards" aria-labelledby="cards">
            <h2 id="cards">{say('home.cards')}</h2>
            <PartOf part={cards} what={say('home.cards')} skeleton={<Skeleton lines={1} height="13rem" />}>
              {(all) => <Cards cards={all} />}
            </PartOf>
            <PartGaps part={cards} what={say('card.states')} />
          </section>
          {nothingToSpendFrom ? null : (
            <section className="panel home-spending" aria-labelledby="spending">
              <h2 id="spending">{say('spending.title')}</h2>
              <PartOf part={accounts} what={say('spending.title')} skeleton={<Skeleton lines={1} height="16rem" />}>
                {() =>
                  main === undefined ? null : (
                    <>
                      <p className="spending-of">{main.name}</p>
                      <SpendingChart id={main.id} choose={() => navigate(`/accounts/${main.id}`)} />
                    </>
                  )
                }
              </PartOf>
            </section>
          )}
          <RatesPanel />
        </div>
        <section className="panel home-transactions" aria-labelledby="transactions">
          <h2 id="transactions">{say('home.transactions')}</h2>
          <PartOf part={transactions} what={say('home.transactions')} skeleton={<Skeleton lines={6} />}>
            {(all) => <RecentTransactions accounts={all} />}
          </PartOf>
          <PartGaps part={transactions} what={say('home.transactions')} />
        </section>
      </div>
    </>
  );
}
