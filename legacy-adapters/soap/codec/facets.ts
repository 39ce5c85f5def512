import { compareDecimals, parseDecimal } from '../../../platform/decimal.ts';
import { collapse, type Scalar } from './scalar.ts';

/** What a restriction asks for (XML Schema 1.0 part 2, 4.3). */
export interface CompiledFacets {
  /** The texts that are allowed, where the values are texts. */
  readonly enumeration?: readonly string[];
  readonly patterns?: readonly RegExp[];
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly whiteSpace?: 'preserve' | 'replace' | 'collapse';
}

/** `Narrow` are the values that the facets leave, such as the literals of an enumeration. */
export function restricted<Value, Narrow extends Value = Value>(name: string, base: Scalar<Value>, facets: CompiledFacets): Scalar<Narrow> {
  const allowed = facets.enumeration === undefined ? undefined : new Set(facets.enumeration.map((text) => canonical(base, text)));
  const white = whiteSpace(facets.whiteSpace);
  const fits = (text: string, value: Value): boolean =>
    (allowed === undefined || allowed.has(text)) &&
    (facets.patterns?.every((pattern) => pattern.test(text)) ?? true) &&
    hasLength(facets, value) &&
    isWithin(facets, value) &&
    hasDigits(facets, value);
  return {
    name,
    parse: (given) => {
      const text = white(given);
      const value = base.parse(text);
      // Patterns are of the text as it stands, enumerations of the value.
      if (value === undefined || !fits(allowed === undefined ? text : (base.format(value) ?? text), value)) return undefined;
      return value as Narrow;
    },
    format: (value) => {
      const text = base.format(value);
      return text !== undefined && fits(text, value) ? text : undefined;
    },
  };
}

function canonical<Value>(base: Scalar<Value>, text: string): string {
  const value = base.parse(text);
  return value === undefined ? text : (base.format(value) ?? text);
}

function whiteSpace(how: CompiledFacets['whiteSpace']): (text: string) => string {
  if (how === 'collapse') return collapse;
  return how === 'replace' ? (text) => text.replace(/[\t\n\r]/g, ' ') : (text) => text;
}

/** Characters of a text (code points), bytes of binary data, items of a list. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return /[\ud800-\udbff]/.test(value) ? [...value].length : value.length;
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  return undefined;
}

function hasLength({ length, minLength, maxLength }: CompiledFacets, value: unknown): boolean {
  if (length === undefined && minLength === undefined && maxLength === undefined) return true;
  const actual = lengthOf(value);
  if (actual === undefined) return true;
  return (length === undefined || actual === length) && (minLength ?? 0) <= actual && actual <= (maxLength ?? Number.POSITIVE_INFINITY);
}

/** The sign of `value` against a bound; NaN where the two can't be compared. */
function order(value: unknown, bound: string): number {
  if (typeof value === 'number') return value - Number(bound);
  const [one, other] = [typeof value === 'string' ? parseDecimal(value) : undefined, parseDecimal(bound)];
  return one === undefined || other === undefined ? Number.NaN : compareDecimals(one, other);
}

function isWithin(facets: CompiledFacets, value: unknown): boolean {
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = facets;
  return (
    (minInclusive === undefined || order(value, minInclusive) >= 0) &&
    (maxInclusive === undefined || order(value, maxInclusive) <= 0) &&
    (minExclusive === undefined || order(value, minExclusive) > 0) &&
    (maxExclusive === undefined || order(value, maxExclusive) < 0)
  );
}

function hasDigits({ totalDigits, fractionDigits }: CompiledFacets, value: unknown): boolean {
  if (totalDigits === undefined && fractionDigits === undefined) return true;
  const [whole = '', fraction = ''] = String(value).replace(/^-/, '').split('.');
  // Zeros at the end of the fraction and at the start of the whole are no digits of the value (4.3.11).
  const significant = fraction.replace(/0+$/, '');
  const digits = whole.replace(/^0+/, '').length + significant.length;
  return digits <= (totalDigits ?? Number.POSITIVE_INFINITY) && significant.length <= (fractionDigits ?? Number.POSITIVE_INFINITY);
}
