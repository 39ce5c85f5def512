import { translatePattern } from '#legacy-adapters/xml/pattern/syntax.ts';
import { compareDecimals, parseDecimal } from '#platform/decimal.ts';
import type { Facets, Model, SimpleType } from '../schema/model.ts';

/** A simple type taken apart: what is at its bottom, and what each step of derivation asks for, the last step first. */
export interface Derivation {
  readonly bottom: Exclude<SimpleType, { kind: 'named' | 'restriction' }>;
  readonly facets: readonly Facets[];
  /** The name that the schema gives it, where it has one. */
  readonly name: string | undefined;
}

export function derivationOf(type: SimpleType, model: Model): Derivation {
  const facets: Facets[] = [];
  let name: string | undefined;
  let at = type;
  while (at.kind === 'named' || at.kind === 'restriction') {
    if (at.kind === 'named') {
      name ??= at.name;
      at = model.simpleTypes.get(at.name)?.definition ?? { kind: 'builtin', name: 'string' };
    } else {
      facets.push(at.facets);
      at = at.base;
    }
  }
  return { bottom: at, facets, name };
}

/** Whether a text, of so many units, is what every step allows. */
export function fits(text: string, length: number, facets: readonly Facets[]): boolean {
  return facets.every((step) => {
    if (step.enumeration !== undefined && !step.enumeration.includes(text)) return false;
    if (step.length !== undefined && length !== step.length) return false;
    if (length < (step.minLength ?? 0) || length > (step.maxLength ?? Number.POSITIVE_INFINITY)) return false;
    return (step.patterns ?? []).every((any) => matchesAny(text, any)) && isWithin(text, step);
  });
}

function matchesAny(text: string, patterns: readonly string[]): boolean {
  const sources = patterns.map(translatePattern);
  // One without a like in JavaScript is not checked by generated code either.
  return sources.some((source) => source === undefined || new RegExp(source, 'u').test(text));
}

function isWithin(text: string, facets: Facets): boolean {
  const { minInclusive, maxInclusive, minExclusive, maxExclusive, totalDigits, fractionDigits } = facets;
  const compared = (bound: string | undefined) => {
    const [left, right] = [parseDecimal(text), bound === undefined ? undefined : parseDecimal(bound)];
    return left === undefined || right === undefined ? undefined : compareDecimals(left, right);
  };
  if ((compared(minInclusive) ?? 0) < 0 || (compared(maxInclusive) ?? 0) > 0) return false;
  if ((compared(minExclusive) ?? 1) <= 0 || (compared(maxExclusive) ?? -1) >= 0) return false;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (fractionDigits !== undefined && fraction.length > fractionDigits) return false;
  return totalDigits === undefined || whole.length + fraction.length <= totalDigits;
}
