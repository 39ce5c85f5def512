import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { StatementDocument, type TransactionRowFragment } from '../../generated/graphql.ts';
import { type Failure, failureOf } from '../../graph/failure.ts';
import { isContradictory, type StatementFilter, toGraphFilter } from './statement-filter.ts';

export interface StatementSoFar {
  readonly transactions: readonly TransactionRowFragment[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  /** Asks for the next page; does nothing while one is on its way. */
  readonly loadMore: () => void;
}

interface Pages {
  readonly transactions: readonly TransactionRowFragment[];
  readonly after: string | null;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
}

const pageSize = 100;
/** A browser keeps this many rows at the most; a narrower search finds what is older. */
const transactionsMax = 20_000;
const nothingYet: Pages = { transactions: [], after: null, hasMore: true, loading: false, failure: undefined };

/**
 * A statement page by page. The pages are joined here and not in the cache: a cache that joins 50 pages reads all of them
 * again for each new one, and that is felt in the scrolling.
 */
export function useStatement(id: string, filter: StatementFilter): StatementSoFar {
  const client = useClient();
  const [pages, setPages] = useState(nothingYet);
  const latest = useRef(pages);
  const generation = useRef(0);

  const put = useCallback((next: Pages) => {
    latest.current = next;
    setPages(next);
  }, []);

  const loadMore = useCallback(() => {
    const { loading, hasMore, after, transactions } = latest.current;
    if (loading || !hasMore) return;
    const mine = generation.current;
    put({ ...latest.current, loading: true, failure: undefined });
    const graphFilter = toGraphFilter(filter);
    const variables = {
      id,
      first: pageSize,
      ...(after === null ? {} : { after }),
      ...(graphFilter === undefined ? {} : { filter: graphFilter }),
    };
    void client
      .query(StatementDocument, variables, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data, error }) => {
        if (mine !== generation.current) return;
        const connection = data?.account?.transactions;
        if (connection === undefined || connection === null) {
          put({ ...latest.current, loading: false, failure: error === undefined ? 'broken' : failureOf(error) });
          return;
        }
        const joined = [...transactions, ...connection.edges.map(({ node }) => node)];
        const { hasNextPage, endCursor } = connection.pageInfo;
        put({
          transactions: joined,
          after: endCursor,
          hasMore: hasNextPage && joined.length < transactionsMax,
          loading: false,
          failure: undefined,
        });
      });
  }, [client, id, filter, put]);

  useEffect(() => {
    generation.current += 1;
    put(isContradictory(filter) ? { ...nothingYet, hasMore: false } : nothingYet);
    loadMore();
  }, [filter, loadMore, put]);

  return { ...pages, loadMore };
}
