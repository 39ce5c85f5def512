import { useEffect } from 'react';
import { useClient, useQuery } from 'urql';
import { MarkNoticesReadDocument, NoticesDocument } from '../../generated/graphql.ts';

export const pollMs = 30_000;

/** The customer's notices, asked for again and again while the page can be seen. */
export function useNotices() {
  const client = useClient();
  const [{ data, error }, execute] = useQuery({ query: NoticesDocument, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') execute({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(ask, pollMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [execute]);

  const notices = data?.me?.notices?.edges.map(({ node }) => node);
  const unreadCount = data?.me?.unreadNoticeCount ?? 0;
  async function markRead(): Promise<void> {
    const newest = notices?.[0];
    if (newest === undefined || unreadCount === 0) return;
    const input = { throughId: newest.id, idempotencyKey: crypto.randomUUID() };
    await client.mutation(MarkNoticesReadDocument, { input }).toPromise();
    execute({ requestPolicy: 'network-only' });
  }
  return { notices, unreadCount, isFailed: notices === undefined && error !== undefined, markRead };
}
