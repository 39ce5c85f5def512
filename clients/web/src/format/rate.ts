import type { Locale } from '../language/locale.ts';

/** A price without its currency, to the last digit of the bank's: "41,25", "11,3475". */
export function formatRate(price: string, locale: Locale): string {
  const digits = Math.max(2, price.split('.')[1]?.length ?? 0);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    price as Intl.StringNumericLiteral,
  );
}

/** "долар США" for USD; the code itself where the language has no name for it. */
export function currencyName(currency: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency;
}

/** "$" for USD, at most two characters. */
export function currencySign(currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  return sign.length <= 2 ? sign : (longSigns[sign] ?? sign.slice(0, 1));
}

const longSigns: Readonly<Record<string, string>> = { CHF: 'Fr' };
