import { BankError } from '#platform/errors.ts';

/** The items of a legacy system's answer, of which the graph promises no more than so many. */
export function atMost<Item>(countMax: number, items: readonly Item[]): Item[] {
  if (items.length <= countMax) return [...items];
  throw new BankError('UPSTREAM_MALFORMED', 'A system of the bank gave an answer that could not be read.', {
    detail: `a list of ${items.length}, and the graph promises at most ${countMax}`,
  });
}
