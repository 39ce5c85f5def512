import { defaultLanguage, type Language, languages } from '#platform/language.ts';

/** The first language of `Accept-Language` (RFC 9110, section 12.5.4) that the bank speaks, else the user's own, else Ukrainian. */
export function chooseLanguage(acceptLanguage: string | undefined, locale: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((found) => found !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
  return (
    languages.find((language) => language === wanted.find(isSpoken)) ?? languages.find((language) => language === locale) ?? defaultLanguage
  );
}

function isSpoken(language: string | undefined): boolean {
  return languages.some((spoken) => spoken === language);
}
