import { type PatternNode, parsePattern } from './syntax.ts';

const atomsMax = 40;
const variableAtomsMax = 3;
/** Characters that are looked at again after each way of the only atom of no fixed count. */
const fixedMax = 40;
/** Ways to share a value among the atoms, times what each way may read; V8 takes some milliseconds for as many. */
const stepsMax = 1_000_000;

/** How often one atom of a pattern may stand. */
export interface Count {
  readonly least: number;
  readonly most: number;
}

/**
 * Whether an engine that tries one way after the other, as JavaScript's does, is soon done with a pattern of these atoms in a row,
 * whatever the text: few atoms, and so few ways to share a text among those of no fixed count that all can be tried. One such atom
 * alone has a way for each character, and after each only the fixed ones are looked at.
 */
export function isBounded(counts: readonly Count[]): boolean {
  const variable = counts.filter(({ least, most }) => least !== most);
  const fixed = counts.filter(({ least, most }) => least === most).reduce((sum, { most }) => sum + most, 0);
  if (counts.length > atomsMax || variable.length > variableAtomsMax) return false;
  if (variable.length === 1 && fixed <= fixedMax) return true;
  const ways = variable.reduce((product, { least, most }) => product * (most - least + 1), 1);
  return ways * (fixed + variable.reduce((sum, { most }) => sum + most, 0)) <= stepsMax;
}

/** Whether JavaScript's own engine may run a pattern of XML Schema: only characters in a row, and bounded as above. */
export function isQuick(pattern: string): boolean {
  const node = parsePattern(pattern);
  const counts = node && countsOf(node);
  return counts !== undefined && isBounded(counts);
}

function countsOf(node: PatternNode): Count[] | undefined {
  if (node.kind === 'character') return [{ least: 1, most: 1 }];
  if (node.kind === 'repeat') return node.part.kind === 'character' ? [{ least: node.min, most: node.max }] : undefined;
  if (node.kind === 'choice') return undefined;
  const counts = node.parts.map(countsOf);
  return counts.some((part) => part === undefined) ? undefined : counts.flatMap((part) => part ?? []);
}
