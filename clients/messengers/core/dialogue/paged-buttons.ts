import type { Action } from '../action.ts';
import type { Button } from '../message.ts';
import type { UpdateContext } from '../update-context.ts';

/** As many as a telephone shows at once. */
const pageLength = 8;

/** The items of a long list that are shown from `from` on. */
export function pageOf<Item>(items: readonly Item[], from = 0): readonly Item[] {
  return items.slice(from, from + pageLength);
}

/** A button for each item of one page, and the ways to the other pages. */
export function pagedButtons<Item>(
  { words, button }: UpdateContext,
  items: readonly Item[],
  from: number | undefined,
  toButton: (item: Item) => Button,
  toPage: (from: number) => Action,
): Button[][] {
  const first = from ?? 0;
  const ways = [
    ...(first > 0 ? [button(words.previousPage, toPage(Math.max(0, first - pageLength)))] : []),
    ...(first + pageLength < items.length ? [button(words.nextPage(items.length - first - pageLength), toPage(first + pageLength))] : []),
  ];
  return [...pageOf(items, first).map((item) => [toButton(item)]), ...(ways.length === 0 ? [] : [ways])];
}
