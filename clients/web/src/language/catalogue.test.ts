import { describe, expect, it } from 'vitest';
import { catalogues, type Message, type MessageKey, wordsIn } from './catalogue.ts';
import { chooseLocale, locales } from './locale.ts';

const keys = Object.keys(catalogues.uk) as MessageKey[];
const texts = (message: Message): readonly string[] => (typeof message === 'string' ? [message] : Object.values(message));
const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(locales)('the catalogue %s', (locale) => {
  it('has every message, each with words', () => {
    expect(Object.keys(catalogues[locale]).sort()).toEqual([...keys].sort());
    for (const key of keys) for (const text of texts(catalogues[locale][key])) expect(text.trim(), key).not.toBe('');
  });

  it('fills the same places as the others', () => {
    for (const key of keys) {
      const expected = names(texts(catalogues.uk[key])[0] ?? '');
      for (const text of texts(catalogues[locale][key])) expect(names(text), key).toEqual(expected);
    }
  });

  it('has a form for each plural of its language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
    for (const key of keys) {
      const message = catalogues[locale][key];
      if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(categories);
    }
  });
});

it('no language was left as another one', () => {
  const same = keys.filter((key) => catalogues.en[key] === catalogues.uk[key] || catalogues.en[key] === catalogues.ru[key]);
  expect(same).toEqual([]);
});

it('counts as people count', () => {
  const said = (count: number) => wordsIn('uk', 'statement.end', { count }).replace(/\u00a0/g, ' ');
  expect([1, 2, 5, 21, 5_000].map(said)).toEqual([
    'Це все: 1 операція',
    'Це все: 2 операції',
    'Це все: 5 операцій',
    'Це все: 21 операція',
    'Це все: 5 000 операцій',
  ]);
});

it("takes the first of the reader's languages that the bank speaks", () => {
  expect(chooseLocale(['de-DE', 'ru-UA', 'uk'])).toBe('ru');
  expect(chooseLocale(['de'])).toBe('uk');
});
