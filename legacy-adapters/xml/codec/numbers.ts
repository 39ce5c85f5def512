import { type Decimal, parseDecimal } from '#platform/decimal.ts';
import { collapse, type Scalar, textual } from './scalar.ts';

/** xs:decimal. A JavaScript number is refused: it has lost its digits already. */
export const decimal: Scalar<Decimal> = {
  name: 'xs:decimal',
  parse: (text) => parseDecimal(collapse(text)),
  format: (value) => (typeof value === 'string' ? parseDecimal(value) : undefined),
  identity: (value) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value),
};

/** Significant digits of an integer; XML Schema asks for 18 at the least. */
export const integerDigitsMax = 40;

/** The plain form of an integer: no plus, no leading zeros, no negative zero. */
function plainInteger(text: string): string | undefined {
  const parts = /^([+-]?)(\d+)$/.exec(collapse(text));
  if (parts === null) return undefined;
  const [, sign, given = ''] = parts;
  // Zeros go in a step of their own: `0*(\d+)` in one expression takes time by the square of a run of them.
  const digits = given.replace(/^0+(?=\d)/, '');
  if (digits.length > integerDigitsMax) return undefined;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

function wide(name: string, min: bigint | undefined, max: bigint | undefined): Scalar<string> {
  return textual(`xs:${name}`, (text) => {
    const plain = plainInteger(text);
    if (plain === undefined || (plain.length < 15 && min === -(2n ** 63n))) return plain;
    const value = BigInt(plain);
    return (min === undefined || value >= min) && (max === undefined || value <= max) ? plain : undefined;
  });
}

/** Integers that a double need not hold: kept as text (XML Schema 1.0 part 2, 3.3.13 to 3.3.25). */
export const integer = wide('integer', undefined, undefined);
export const nonPositiveInteger = wide('nonPositiveInteger', undefined, 0n);
export const negativeInteger = wide('negativeInteger', undefined, -1n);
export const nonNegativeInteger = wide('nonNegativeInteger', 0n, undefined);
export const positiveInteger = wide('positiveInteger', 1n, undefined);
export const long = wide('long', -(2n ** 63n), 2n ** 63n - 1n);
export const unsignedLong = wide('unsignedLong', 0n, 2n ** 64n - 1n);

function narrow(name: string, min: number, max: number): Scalar<number> {
  const fits = (value: number) => Number.isInteger(value) && value >= min && value <= max;
  return {
    name: `xs:${name}`,
    parse: (text) => {
      const plain = plainInteger(text);
      const value = Number(plain ?? Number.NaN);
      return fits(value) ? value : undefined;
    },
    format: (value) => (typeof value === 'number' && fits(value) ? String(value === 0 ? 0 : value) : undefined),
  };
}

export const int = narrow('int', -(2 ** 31), 2 ** 31 - 1);
export const short = narrow('short', -(2 ** 15), 2 ** 15 - 1);
export const byte = narrow('byte', -128, 127);
export const unsignedInt = narrow('unsignedInt', 0, 2 ** 32 - 1);
export const unsignedShort = narrow('unsignedShort', 0, 2 ** 16 - 1);
export const unsignedByte = narrow('unsignedByte', 0, 255);

const floatPattern = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[Ee][+-]?\d{1,4})?$/;

function floating(name: string): Scalar<number> {
  return {
    name: `xs:${name}`,
    parse: (text) => {
      const plain = collapse(text);
      if (plain === 'INF' || plain === '-INF') return plain === 'INF' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      if (plain === 'NaN') return Number.NaN;
      const value = floatPattern.test(plain) ? Number(plain) : Number.NaN;
      // A number beyond what a double holds is not infinite.
      return Number.isFinite(value) ? value : undefined;
    },
    format: (value) => {
      if (typeof value !== 'number') return undefined;
      if (Number.isNaN(value)) return 'NaN';
      if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
      return Object.is(value, -0) ? '-0' : String(value);
    },
  };
}

export const float = floating('float');
export const double = floating('double');
