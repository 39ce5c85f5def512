import { LegacyUnreachable } from '#platform/errors.ts';

/**
 * The items of an answer in the order of the keys that were asked for, undefined where there is none. A legacy system answers
 * in an order of its own and leaves out what it does not know. An answer that names one key twice contradicts itself, and one
 * that names a key that nobody asked for is the answer to somebody else: neither is believed.
 */
export function inOrderOf<Item>(
  system: string,
  keys: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (Item | undefined)[] {
  return groupsInOrderOf(system, keys, items, keyOf).map((group) => {
    if (group.length > 1) throw new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', 'the answer has two items of one key');
    return group[0];
  });
}

/** The same for an answer that has any number of items a key. */
export function groupsInOrderOf<Item>(
  system: string,
  keys: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Item[][] {
  const byKey = new Map<string, Item[]>(keys.map((key) => [key, []]));
  for (const item of items) {
    const group = byKey.get(keyOf(item));
    if (group === undefined)
      throw new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', 'the answer is about something that was not asked for');
    group.push(item);
  }
  return keys.map((key) => byKey.get(key) ?? []);
}
