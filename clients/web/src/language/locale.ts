export const locales = ['uk', 'en', 'ru'] as const;
export type Locale = (typeof locales)[number];

/** Each language by its own name. */
export const localeNames: Readonly<Record<Locale, string>> = { uk: 'Українська', en: 'English', ru: 'Русский' };

export function isLocale(text: string | null | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The first of the reader's languages that the bank speaks, else Ukrainian. */
export function chooseLocale(wanted: readonly string[]): Locale {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLocale) ?? 'uk';
}
