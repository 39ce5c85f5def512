import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatDay, formatMoment } from '../../format/dates.ts';
import type { TransactionRowFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../language/language.tsx';
import { Skeleton, Trouble } from '../../parts/part.tsx';
import { TransactionDetails } from '../../parts/transaction-details.tsx';
import { TransactionRow } from '../../parts/transaction-row.tsx';
import { isNarrowed, type StatementFilter } from './statement-filter.ts';
import { rowsOf, type StatementRow } from './statement-rows.ts';
import { useStatement } from './use-statement.ts';

interface StatementProps {
  readonly id: string;
  readonly filter: StatementFilter;
}

/** In pixels, as account-page.css has them. */
const dayHeight = 52;
const transactionHeight = 68;
const overscan = 12;
/** The next page is asked for when so few rows are left below. */
const rowsAhead = 60;

/** However long the statement, the page holds only the rows in sight and a few around them. */
export function Statement({ id, filter }: StatementProps): ReactNode {
  const { locale, say } = useLanguage();
  const { transactions, hasMore, loading, failure, loadMore } = useStatement(id, filter);
  const [opened, setOpened] = useState<TransactionRowFragment>();
  const rows = useMemo(() => rowsOf(transactions), [transactions]);
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + scrollY);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // The same functions as long as the rows are the same: the virtualizer measures all rows anew for another one.
  const estimateSize = useCallback((index: number) => heightOf(rows[index]), [rows]);
  const getItemKey = useCallback((index: number) => keyOf(rows[index]), [rows]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize,
    getItemKey,
    overscan,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const wantsMore = hasMore && failure === undefined && last + rowsAhead >= rows.length;
  useEffect(() => {
    if (wantsMore && !loading) loadMore();
  }, [wantsMore, loading, loadMore]);

  return (
    <div>
      <ul ref={list} className="statement" style={{ height: virtualizer.getTotalSize() }} aria-busy={loading}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              className="statement-row"
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {'day' in row ? (
                <h3 className="statement-day">{formatDay(row.day, locale, 'dayWithWeekday')}</h3>
              ) : (
                <TransactionRow
                  transaction={row.transaction}
                  when={formatMoment(row.transaction.bookedAt, locale, 'time')}
                  open={setOpened}
                />
              )}
            </li>
          );
        })}
      </ul>
      {loading ? <Skeleton lines={transactions.length === 0 ? 7 : 2} height="3.25rem" /> : null}
      {failure === undefined ? null : <Trouble what={say('statement.title')} failure={failure} retry={loadMore} retrying={loading} />}
      <p className="statement-end" role="status">
        {hasMore || loading ? '' : endOf()}
      </p>
      <TransactionDetails transaction={opened} close={() => setOpened(undefined)} />
    </div>
  );

  function endOf(): string {
    if (transactions.length > 0) return say('statement.end', { count: transactions.length });
    return say(isNarrowed(filter) ? 'statement.nothingFound' : 'statement.empty');
  }
}

function heightOf(row: StatementRow | undefined): number {
  return row !== undefined && 'day' in row ? dayHeight : transactionHeight;
}

function keyOf(row: StatementRow | undefined): string {
  if (row === undefined) return '';
  return 'day' in row ? row.day : row.transaction.id;
}
