/** An exact decimal in plain notation: "1500.00", "-0.05". Never a JavaScript number. */
interface Scaled {
  readonly units: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

function read(text: string): Scaled {
  const [whole = '0', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function unitsAt({ units, scale }: Scaled, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

function write(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${units < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${fraction}`;
}

/** The exact sum, at the largest of the scales; "0" for none. */
export function sum(amounts: readonly string[]): string {
  const all = amounts.map(read);
  const scale = Math.max(0, ...all.map((one) => one.scale));
  return write(
    all.reduce((total, one) => total + unitsAt(one, scale), 0n),
    scale,
  );
}

export function subtract(a: string, b: string): string {
  return sum([a, negate(b)]);
}

export function negate(amount: string): string {
  const { units, scale } = read(amount);
  return write(-units, scale);
}

/** Without its sign. */
export function magnitude(amount: string): string {
  return isNegative(amount) ? amount.slice(1) : amount;
}

export function isNegative(amount: string): boolean {
  return amount.startsWith('-');
}

export function isZero(amount: string): boolean {
  return read(amount).units === 0n;
}

/** As `Array.sort` wants it. */
export function compare(a: string, b: string): number {
  const difference = read(subtract(a, b)).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How much of `whole` the `part` is, 0 to 1, for the length of a bar: a drawing, so a JavaScript number will do. */
export function share(part: string, whole: string): number {
  const scale = Math.max(read(part).scale, read(whole).scale);
  const all = unitsAt(read(whole), scale);
  if (all <= 0n) return 0;
  const thousandths = (unitsAt(read(part), scale) * 1_000n) / all;
  return Math.min(1_000, Math.max(0, Number(thousandths))) / 1_000;
}

/** What a person typed ("1 500,5") as a decimal, or `undefined`: at most 15 digits and 2 after the point. */
export function readTyped(text: string): string | undefined {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(',', '.');
  if (!/^\d{1,15}(?:\.\d{0,2})?$/.test(plain)) return undefined;
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  return fraction === '' ? digits : `${digits}.${fraction}`;
}
