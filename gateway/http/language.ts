import Negotiator from 'negotiator';
import { defaultLanguage, type Language, languages } from '#platform/language.ts';

const acceptLengthMax = 200;

/** The language of the bank's that `Accept-Language` (RFC 9110, section 12.5.4) prefers; where it does not mind, the user's own, else Ukrainian. */
export function chooseLanguage(acceptLanguage: string | undefined, locale: string | undefined): Language {
  const own = languages.find((language) => language === locale) ?? defaultLanguage;
  const headers = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage.slice(0, acceptLengthMax) };
  const preferred = new Negotiator({ headers }).language([own, ...languages]);
  return languages.find((language) => language === preferred) ?? own;
}
