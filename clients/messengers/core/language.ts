import { defaultLanguage, type Language, languages } from '#platform/language.ts';

export { type Language, languages };

/** What the person chose here, else the messenger's own language, else Ukrainian. */
export function chooseLanguage(chosen: string | null | undefined, ofMessenger: string | null | undefined): Language {
  const wanted = [chosen, ofMessenger?.toLowerCase().split('-')[0]];
  return languages.find((language) => language === wanted[0]) ?? languages.find((language) => language === wanted[1]) ?? defaultLanguage;
}

const locales: Readonly<Record<Language, string>> = { uk: 'uk-UA', en: 'en-GB', ru: 'ru-UA' };
const minorDigits = 2;

/** `12 345 678 901 234 567,89 ₴`: exact, whatever the number of digits, since the amount never becomes a number. */
export function formatMoney({ amount, currency }: { readonly amount: string; readonly currency: string }, language: Language): string {
  const scale = Math.min(Math.max(minorDigits, amount.split('.')[1]?.length ?? 0), 20);
  const format = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: minorDigits,
    maximumFractionDigits: scale,
  });
  return format.format(amount as `${number}`);
}

/** What an account is called on a button: `Картковий рахунок: 12 345,67 ₴`, or its name alone where the balance is not known. */
export function nameWithBalance(
  { name, balance }: { readonly name: string; readonly balance: Parameters<typeof formatMoney>[0] | null },
  language: Language,
): string {
  return balance === null ? name : `${name}: ${formatMoney(balance, language)}`;
}

/** With a plus where money comes in. */
export function formatMovement(money: { readonly amount: string; readonly currency: string }, language: Language): string {
  return `${money.amount.startsWith('-') ? '' : '+'}${formatMoney(money, language)}`.replace('-', '−');
}

/** A civil date, `2026-03-31`, in no time zone. */
export function formatDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** A moment by the bank's clock: `21 November, 09:00`. */
export function formatMoment(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Kyiv',
  }).format(new Date(moment));
}

/** The last month in which a card works: `09/27`. */
export function formatMonth(date: string): string {
  return `${date.slice(5, 7)}/${date.slice(2, 4)}`;
}
