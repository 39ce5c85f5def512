import type { Locale } from '../language/locale.ts';

/** In units of the currency, exact: "1500.00". */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export interface MoneyStyle {
  /** Shows a plus before what comes in. */
  readonly signed?: boolean;
  /** Leaves out the part after the point: for charts, not for balances. */
  readonly whole?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: Locale, currency: string, digits: number, signed: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits} ${signed}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  formats.set(key, made);
  return made;
}

/** Two digits after the point, or as many as the amount has: none is ever rounded away unless `whole` asks for it. */
function digitsOf(amount: string, whole: boolean): number {
  return whole ? 0 : Math.max(2, amount.split('.')[1]?.length ?? 0);
}

/** `Intl` reads a decimal string to its last digit; as a number it would be rounded to a double first. */
export function moneyParts({ amount, currency }: Money, locale: Locale, style: MoneyStyle = {}): Intl.NumberFormatPart[] {
  const format = formatFor(locale, currency, digitsOf(amount, style.whole === true), style.signed === true);
  return format.formatToParts(amount as Intl.StringNumericLiteral).map((part) =>
    // A minus as wide as a plus, and as people read it aloud.
    part.type === 'minusSign' ? { ...part, value: '\u2212' } : part,
  );
}

export function formatMoney(money: Money, locale: Locale, style: MoneyStyle = {}): string {
  return moneyParts(money, locale, style)
    .map(({ value }) => value)
    .join('');
}
