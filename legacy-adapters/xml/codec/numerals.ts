/** The digits of a decimal numeral that count: none at the front of the whole part, none at the end of the fraction (4.3.11). */
export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Of a numeral of any length; `undefined` for what is none. */
export function digitsOf(text: string): Digits | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (parts === null || !/\d/.test(text)) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  return { negative: sign === '-', whole: whole.replace(/^0+/, ''), fraction: withoutZerosAtEnd(fraction) };
}

/** The sign of the difference of two numerals of any length, exactly; NaN where one is none. */
export function compareNumerals(one: string, other: string): number {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === undefined || b === undefined) return Number.NaN;
  const scale = Math.max(a.fraction.length, b.fraction.length);
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled({ negative, whole, fraction }: Digits, scale: number): bigint {
  const units = BigInt(`0${whole}${fraction.padEnd(scale, '0')}`);
  return negative ? -units : units;
}

/** By hand: an expression that ends in `0+$` takes time by the square of a run of zeros inside. */
function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
