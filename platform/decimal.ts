/** An exact decimal in plain notation, scale kept: `-12345678901234567.89`, `0.10`. Never a JavaScript number. */
export type Decimal = string & { readonly __brand: 'Decimal' };

/** Digits in all, wherever the point stands, as in the widest decimal of the databases behind. A zero before the point is none. */
export const decimalDigitsMax = 38;
const decimalPattern = /^-?(?:0|([1-9]\d{0,37}))(?:\.(\d{1,38}))?$/;

export function isDecimal(text: string): text is Decimal {
  const parts = decimalPattern.exec(text);
  if (parts === null || /^-0(?:\.0+)?$/.test(text)) return false;
  const [, whole = '', fraction = ''] = parts;
  return whole.length + fraction.length <= decimalDigitsMax;
}

/**
 * Reads the lexical forms of xs:decimal (XML Schema 1.0 part 2, 3.2.3) that a plain decimal can stand for: a leading `+`
 * and leading zeros go, a bare `.5` gets its zero, a negative zero its sign removed; the scale stays as it was sent.
 * White space around it is XML's own and no other: a U+FEFF beside an amount is a spoilt answer. Answers `undefined` for anything
 * else.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(withoutBlanks(text));
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const plain = fraction === '' ? digits : `${digits}.${fraction}`;
  const zero = /^[0.]+$/.test(plain);
  const value = sign === '-' && !zero ? `-${plain}` : plain;
  return isDecimal(value) ? value : undefined;
}

/** By hand: an expression that ends in `+$` takes time by the square of a run of blanks inside the text. */
function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ' \t\r\n'.includes(text.charAt(start))) start += 1;
  while (end > start && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function scaled(value: Decimal, scale: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function scaleOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

/** Negative when `a < b`, zero when they are the same amount (`1.0` and `1.00` are), positive when `a > b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum, at the larger of the two scales. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return fromMinorUnits(scaled(a, scale) + scaled(b, scale), scale);
}

/** `fromMinorUnits(-5n, 2)` is `-0.05`. */
export function fromMinorUnits(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - scale);
  return `${sign}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}` as Decimal;
}
