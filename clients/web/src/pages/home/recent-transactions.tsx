import { type ReactNode, useState } from 'react';
import { formatDay } from '../../format/dates.ts';
import type { RecentTransactionsQuery, TransactionRowFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { TransactionDetails } from '../../parts/transaction-details.tsx';
import { TransactionRow } from '../../parts/transaction-row.tsx';

type AccountWithTransactions = NonNullable<NonNullable<RecentTransactionsQuery['me']>['accounts']>[number];

const shownMax = 7;

export function RecentTransactions({ accounts }: { readonly accounts: readonly AccountWithTransactions[] }): ReactNode {
  const { locale, say } = useLanguage();
  const [opened, setOpened] = useState<TransactionRowFragment>();
  const latest = accounts
    .flatMap(({ name, transactions }) => (transactions?.edges ?? []).map(({ node }) => ({ name, transaction: node })))
    .toSorted((a, b) => Date.parse(b.transaction.bookedAt) - Date.parse(a.transaction.bookedAt))
    .slice(0, shownMax);
  if (accounts.some(({ transactions }) => transactions === null) && latest.length === 0) return null;
  if (latest.length === 0) return <p className="nothing">{say('home.noTransactions')}</p>;
  return (
    <>
      <ul className="transactions">
        {latest.map(({ name, transaction }) => (
          <li key={transaction.id}>
            <TransactionRow transaction={transaction} when={formatDay(transaction.postedOn, locale, 'day')} note={name} open={setOpened} />
          </li>
        ))}
      </ul>
      <TransactionDetails transaction={opened} close={() => setOpened(undefined)} />
    </>
  );
}
