import { compareDecimals, parseDecimal } from '#platform/decimal.ts';
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
  const checks = checksOf<Value>(facets);
  const fits = (text: string, value: Value): boolean => {
    for (const check of checks) if (!check(text, value)) return false;
    return true;
  };
  // Currencies, statuses and kinds repeat themselves from row to row.
  let lastText: string | undefined;
  let lastValue: Narrow | undefined;
  return {
    name,
    parse: (given) => {
      if (given === lastText) return lastValue;
      const text = white(given);
      const value = base.parse(text);
      if (value === undefined) return undefined;
      // Patterns are of the text as it stands, enumerations of the value.
      if (allowed !== undefined && !allowed.has(base.format(value) ?? text)) return undefined;
      if (!fits(text, value)) return undefined;
      if (given.length <= rememberedMax && typeof value !== 'object') {
        lastText = given;
        lastValue = value as Narrow;
      }
      return value as Narrow;
    },
    format: (value) => {
      const text = base.format(value);
      return text !== undefined && (allowed === undefined || allowed.has(text)) && fits(text, value) ? text : undefined;
    },
  };
}

/** A text that was cut out of a document and is longer than this would keep the document alive. */
const rememberedMax = 12;

/** Only what the facets ask for, so that a value is not held against questions that nobody asked. */
function checksOf<Value>(facets: CompiledFacets): ((text: string, value: Value) => boolean)[] {
  const checks: ((text: string, value: Value) => boolean)[] = [];
  for (const pattern of facets.patterns ?? []) checks.push((text) => pattern.test(text));
  const has = (...names: (keyof CompiledFacets)[]) => names.some((facet) => facets[facet] !== undefined);
  if (has('length', 'minLength', 'maxLength')) checks.push((_text, value) => hasLength(facets, value));
  if (has('minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive')) checks.push((_text, value) => isWithin(facets, value));
  if (has('totalDigits', 'fractionDigits')) checks.push((_text, value) => hasDigits(facets, value));
  return checks;
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
