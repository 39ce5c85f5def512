import { malformedAnswer } from '#platform/errors.ts';

/** The items of a legacy system's answer, of which the graph promises no more than so many. */
export function atMost<Item>(countMax: number, items: readonly Item[]): Item[] {
  if (items.length <= countMax) return [...items];
  throw malformedAnswer(`a list of ${items.length}, and the graph promises at most ${countMax}`);
}
