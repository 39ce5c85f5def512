import { LegacyUnreachable } from '../../platform/errors.ts';

/**
 * The items of an answer in the order of the keys that were asked for. A legacy system answers in an order of its own and
 * leaves out what it does not know; that it names one key twice is a contradiction, and neither is believed.
 */
export function inOrderOf<Item>(
  system: string,
  keys: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (Item | undefined)[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    if (byKey.has(keyOf(item))) throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', 'the answer has two items of one key');
    byKey.set(keyOf(item), item);
  }
  return keys.map((key) => byKey.get(key));
}
