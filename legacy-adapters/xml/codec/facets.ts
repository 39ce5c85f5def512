import { double } from './numbers.ts';
import { compareNumerals, digitsOf } from './numerals.ts';
import { collapse, identityOf, type Scalar } from './scalar.ts';

/** A regular expression, or what works like one. */
export interface TextPattern {
  test(text: string): boolean;
}

/** What a restriction asks for (XML Schema 1.0 part 2, 4.3). */
export interface CompiledFacets {
  /** The texts of the values that are allowed. */
  readonly enumeration?: readonly string[];
  readonly patterns?: readonly TextPattern[];
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
  const how = facets.whiteSpace ?? base.whiteSpace ?? 'collapse';
  const white = whiteSpace(how);
  // Only patterns are of the text: a base that is no text sees to its own white space.
  const isSpelling = facets.whiteSpace !== undefined || (facets.patterns ?? []).length > 0;
  const allowed =
    facets.enumeration === undefined ? undefined : new Set(facets.enumeration.map((text) => identityOfText(base, white(text))));
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
    ...(how === 'collapse' ? {} : { whiteSpace: how }),
    parse: (given) => {
      if (given === lastText) return lastValue;
      const text = isSpelling ? white(given) : given;
      const value = base.parse(text);
      if (value === undefined) return undefined;
      // Patterns are of the text as it stands, enumerations of the value.
      if (allowed !== undefined && !allowed.has(identityOf(base, value) ?? text)) return undefined;
      if (!fits(text, value)) return undefined;
      if (given.length <= rememberedMax && typeof value !== 'object') {
        lastText = given;
        lastValue = value as Narrow;
      }
      return value as Narrow;
    },
    format: (value) => {
      const text = base.format(value);
      if (text === undefined || (allowed !== undefined && !allowed.has(identityOf(base, value) ?? text))) return undefined;
      return fits(text, value) ? text : undefined;
    },
    identity: (value) => identityOf(base, value),
  };
}

/** A text that was cut out of a document and is longer than this would keep the document alive. */
const rememberedMax = 12;

/** Only what the facets ask for, so that a value is not held against questions that nobody asked. */
function checksOf<Value>(facets: CompiledFacets): ((text: string, value: Value) => boolean)[] {
  const checks: ((text: string, value: Value) => boolean)[] = [];
  const has = (...names: (keyof CompiledFacets)[]) => names.some((facet) => facets[facet] !== undefined);
  if (has('length', 'minLength', 'maxLength')) checks.push((_text, value) => hasLength(facets, value));
  if (has('minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive')) checks.push((_text, value) => isWithin(facets, value));
  if (has('totalDigits', 'fractionDigits')) checks.push((_text, value) => hasDigits(facets, value));
  // Last, so that no expression is run over what is too long anyway.
  for (const pattern of facets.patterns ?? []) checks.push((text) => pattern.test(text));
  return checks;
}

function identityOfText<Value>(base: Scalar<Value>, text: string): string {
  const value = base.parse(text);
  return value === undefined ? text : (identityOf(base, value) ?? text);
}

/** What a type's white space facet makes of a text (4.3.6). */
export function whiteSpace(how: CompiledFacets['whiteSpace']): (text: string) => string {
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
  if (typeof value === 'string') return compareNumerals(value, bound);
  const [one, other] = [typeof value === 'number' ? value : Number.NaN, double.parse(bound) ?? Number.NaN];
  return one < other ? -1 : one > other ? 1 : one === other ? 0 : Number.NaN;
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
  const { whole, fraction } = digitsOf(String(value)) ?? { whole: '', fraction: '' };
  const digits = whole.length + fraction.length;
  return digits <= (totalDigits ?? Number.POSITIVE_INFINITY) && fraction.length <= (fractionDigits ?? Number.POSITIVE_INFINITY);
}
