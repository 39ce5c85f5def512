/** A literal, an escaped one, a class such as `\d`, or a set in brackets; then how often: once, `?`, `{3}` or `{1,7}`. */
const atom = /(?:\[\^?(?:[^\]\\]|\\[\\\]\-^dws])+\]|\\[dDwWsS\\.\-+*?()[\]{}^$|/]|[^\\.[\](){}^$|*+?])(?:\?|\{\d{1,3}(?:,\d{1,3})?\})?/uy;
const atomsMax = 40;
const variableAtomsMax = 3;
const lengthMax = 200;

/**
 * Whether a pattern that a partner sends may be run on what a customer types. Only atoms in a row with bounded counts, three of
 * them of no fixed count: so no value of the lengths that are checked first takes more than some thousand steps. No groups, no
 * alternatives, no look-around, nothing unbounded.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length === 0 || pattern.length > lengthMax) return false;
  let variable = 0;
  let atoms = 0;
  atom.lastIndex = 0;
  while (atom.lastIndex < pattern.length) {
    const [found] = atom.exec(pattern) ?? [];
    if (found === undefined) return false;
    atoms += 1;
    if (/\?$|,\d+\}$/.test(found)) variable += 1;
    if (atoms > atomsMax || variable > variableAtomsMax) return false;
  }
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
