import { expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';

it.each([
  [undefined, undefined, 'uk'],
  [undefined, 'en', 'en'],
  [undefined, 'fr', 'uk'],
  ['en', 'ru', 'en'],
  ['de, en-GB;q=0.8, uk;q=0.9', undefined, 'uk'],
  ['ru-UA', 'en', 'ru'],
  ['en;q=0, ru', undefined, 'ru'],
  ['*', 'en', 'en'],
  [';;;,,=', 'ru', 'ru'],
  ['de', 'ru', 'ru'],
  ['uk;q=0, *', 'uk', 'en'],
  ['*, en;q=0.5', 'en', 'uk'],
  ['EN-us;q=0.1, fr', undefined, 'en'],
  ['en;q=high, ru', undefined, 'ru'],
] as const)('Accept-Language %s of a user whose own is %s: %s', (accept, locale, language) => {
  expect(chooseLanguage(accept, locale)).toBe(language);
});
