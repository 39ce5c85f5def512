/** A literal, an escaped one, a class such as `\d`, or a set in brackets; then how often: once, `?`, `{3}` or `{1,7}`. */
const atom = /(?:\[\^?(?:[^\]\\]|\\[\\\]\-^dws])+\]|\\[dDwWsS\\.\-+*?()[\]{}^$|/]|[^\\.[\](){}^$|*+?])(?:\?|\{\d{1,3}(?:,\d{1,3})?\})?/uy;
const atomsMax = 40;
const variableAtomsMax = 3;
const lengthMax = 200;
/** Ways to share a value among the atoms, times what each way may read; V8 takes some milliseconds for as many. */
const stepsMax = 1_000_000;

/**
 * Whether a pattern that a partner sends may be run on what a customer types. Only atoms in a row with bounded counts, three of
 * them of no fixed count, and so few ways to share a value among those that all can be tried. No groups, no alternatives, no
 * look-around, nothing unbounded.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length === 0 || pattern.length > lengthMax) return false;
  let variable = 0;
  let atoms = 0;
  let ways = 1;
  let read = 0;
  atom.lastIndex = 0;
  while (atom.lastIndex < pattern.length) {
    const [found] = atom.exec(pattern) ?? [];
    if (found === undefined) return false;
    atoms += 1;
    const [least, most] = countOf(found);
    if (most !== least) variable += 1;
    ways *= Math.max(1, most - least + 1);
    read += most;
    if (atoms > atomsMax || variable > variableAtomsMax || ways * read > stepsMax) return false;
  }
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** How often an atom may stand, at the least and at the most. */
function countOf(found: string): [least: number, most: number] {
  if (found.length > 1 && found.endsWith('?') && found !== '\\?') return [0, 1];
  const [, least, most = least] = /\{(\d+)(?:,(\d+))?\}$/.exec(found) ?? [];
  return least === undefined ? [1, 1] : [Number(least), Number(most)];
}
