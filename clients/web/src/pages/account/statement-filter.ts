import { compare, negate, readTyped } from '../../format/decimal.ts';
import type { TransactionFilter } from '../../generated/graphql.ts';

/** What the reader has set, as typed. */
export interface StatementFilter {
  readonly text: string;
  readonly direction: 'all' | 'in' | 'out';
  /** `YYYY-MM-DD`, or empty. */
  readonly from: string;
  readonly to: string;
  /** Without a sign: the direction says it. */
  readonly least: string;
  readonly most: string;
}

export const noFilter: StatementFilter = { text: '', direction: 'all', from: '', to: '', least: '', most: '' };

export function isNarrowed(filter: StatementFilter): boolean {
  return toGraphFilter(filter) !== undefined;
}

/** The graph's filter; `undefined` when nothing narrows. Amounts that go out are negative there, so their ends change places. */
export function toGraphFilter({ text, direction, from, to, least, most }: StatementFilter): TransactionFilter | undefined {
  const words = text.trim().slice(0, 100);
  const low = readTyped(least);
  const high = readTyped(most);
  const cent = '0.01';
  const amounts =
    direction === 'all'
      ? {}
      : direction === 'in'
        ? { amountFrom: low ?? cent, ...(high === undefined ? {} : { amountTo: high }) }
        : { amountTo: negate(low ?? cent), ...(high === undefined ? {} : { amountFrom: negate(high) }) };
  const filter = {
    ...(words === '' ? {} : { text: words }),
    ...(from === '' ? {} : { postedFrom: from }),
    ...(to === '' ? {} : { postedTo: to }),
    ...amounts,
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** Ends that stand the wrong way round can match nothing, and the bank refuses them: the reader is told before it is asked. */
export function isContradictory({ from, to, least, most, direction }: StatementFilter): boolean {
  const low = readTyped(least);
  const high = readTyped(most);
  const amounts = direction !== 'all' && low !== undefined && high !== undefined && compare(low, high) > 0;
  return amounts || (from !== '' && to !== '' && from > to);
}
