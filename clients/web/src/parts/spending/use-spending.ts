import { useCallback, useEffect, useState } from 'react';
import { type Client, useClient } from 'urql';
import { SpendingDocument, type SpendingQuery, type SpendingQueryVariables } from '../../generated/graphql.ts';
import { type Failure, failureOf } from '../../graph/failure.ts';
import { type MonthOfSpending, periodOf, type SpendingTransaction, spendingByMonth } from './spending.ts';

export interface Spending {
  readonly months: readonly MonthOfSpending[];
  readonly currency: string;
}

/** `undefined` while it is on its way, `null` where nothing was ever posted. */
export interface SpendingState {
  readonly spending: Spending | null | undefined;
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

const pageSize = 100;
/** At most this many pages are summed; the months before what they hold are left out rather than shown too low. */
const pagesMax = 20;

class SpendingFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

type Connection = NonNullable<NonNullable<SpendingQuery['account']>['transactions']>;

async function ask(client: Client, variables: SpendingQueryVariables): Promise<Connection> {
  const { data, error } = await client.query(SpendingDocument, variables, { requestPolicy: 'network-only' }).toPromise();
  const connection = data?.account?.transactions;
  if (connection === undefined || connection === null) throw new SpendingFailed(error === undefined ? 'broken' : failureOf(error));
  return connection;
}

async function collect(client: Client, id: string, isWanted: () => boolean): Promise<Spending | null> {
  const newest = (await ask(client, { id, first: 1 })).edges[0]?.node;
  if (newest === undefined) return null;
  const filter = { ...periodOf(newest.postedOn), amountTo: '-0.01' };
  const transactions: SpendingTransaction[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < pagesMax && isWanted(); pages += 1) {
    const page: Connection = await ask(client, { id, first: pageSize, filter, ...(after === null ? {} : { after }) });
    transactions.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { months: spendingByMonth(transactions, newest.postedOn), currency: newest.amount.currency };
  }
  const cutMonth = transactions.at(-1)?.postedOn.slice(0, 7) ?? '';
  const months = spendingByMonth(transactions, newest.postedOn).filter(({ month }) => month > cutMonth);
  return { months, currency: newest.amount.currency };
}

export function useSpending(id: string): SpendingState {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [spending, setSpending] = useState<Spending | null>();
  const [failure, setFailure] = useState<Failure>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    let wanted = true;
    setSpending(undefined);
    setFailure(undefined);
    collect(client, id, () => wanted).then(
      (found) => {
        if (wanted) setSpending(found);
      },
      (error: unknown) => {
        if (wanted) setFailure(error instanceof SpendingFailed ? error.failure : 'broken');
      },
    );
    return () => {
      wanted = false;
    };
  }, [client, id, attempt]);
  return { spending, failure, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
