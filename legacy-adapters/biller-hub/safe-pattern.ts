import { type Count, isBounded } from '../xml/pattern/backtracking.ts';

/** A literal, an escaped one, a class such as `\d`, or a set in brackets; then how often: once, `?`, `{3}` or `{1,7}`. */
const atom = /(?:\[\^?(?:[^\]\\]|\\[\\\]\-^dws])+\]|\\[dDwWsS\\.\-+*?()[\]{}^$|/]|[^\\.[\](){}^$|*+?])(?:\?|\{\d{1,3}(?:,\d{1,3})?\})?/uy;
const lengthMax = 200;

/**
 * Whether a pattern that a partner sends may be run on what a customer types, by engines that are not ours: a browser's, a
 * telephone's. Only atoms in a row with bounded counts, within the bounds that patterns of our own schemas have. No groups, no
 * alternatives, no look-around, nothing unbounded.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length === 0 || pattern.length > lengthMax) return false;
  const counts: Count[] = [];
  atom.lastIndex = 0;
  while (atom.lastIndex < pattern.length) {
    const [found] = atom.exec(pattern) ?? [];
    if (found === undefined) return false;
    counts.push(countOf(found));
    if (!isBounded(counts)) return false;
  }
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** How often an atom may stand, at the least and at the most. */
function countOf(found: string): Count {
  if (found.length > 1 && found.endsWith('?') && found !== '\\?') return { least: 0, most: 1 };
  const [, least, most = least] = /\{(\d+)(?:,(\d+))?\}$/.exec(found) ?? [];
  return least === undefined ? { least: 1, most: 1 } : { least: Number(least), most: Number(most) };
}
