import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../language.ts';
import { catalogues } from './index.ts';

/** Every entry by its path, a phrase with its values filled in. */
function entries(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('‹value›'))]];
  return Object.entries(value as object).flatMap(([name, inner]) => entries(inner, `${path}.${name}`));
}

describe.each(languages)('the catalogue in %s', (language: Language) => {
  const own = new Map(entries(catalogues[language]));
  const others = languages.filter((other) => other !== language).map((other) => new Map(entries(catalogues[other])));

  it('has every entry of the others, and says something in each', () => {
    for (const other of others) expect([...own.keys()].sort()).toEqual([...other.keys()].sort());
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('says each value that a phrase takes', () => {
    for (const [path, text] of own)
      for (const other of others) expect([path, text.includes('‹value›')]).toEqual([path, (other.get(path) ?? '').includes('‹value›')]);
  });

  it('is in its own language', () => {
    const letters = { uk: /[ыэъё]/i, en: /[а-яґєії]/i, ru: /[ґєії]/i }[language];
    expect([...own].filter(([, text]) => letters.test(text))).toEqual([]);
  });

  it('has buttons short enough for a phone', () => {
    const labels = [
      'menu',
      'lockMyCard',
      'balance',
      'cards',
      'transactions',
      'bankDetails',
      'rates',
      'language',
      'help',
      'logOut',
      'link',
      'lock',
      'unlock',
    ];
    for (const label of labels) expect((own.get(`.${label}`) ?? '').length).toBeLessThanOrEqual(24);
  });
});
