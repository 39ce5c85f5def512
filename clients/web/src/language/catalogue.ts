import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** A sentence with `{names}` in it; one that counts has a form for each plural category of its language. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type MessageKey = keyof typeof uk;
export type Catalogue = Readonly<Record<MessageKey, Message>>;
export type Values = Readonly<Record<string, string | number>>;

export const catalogues: Readonly<Record<Locale, Catalogue>> = { uk, en, ru };

const plurals = new Map<Locale, Intl.PluralRules>();

function pluralOf(locale: Locale, count: number): Intl.LDMLPluralRule {
  let rules = plurals.get(locale);
  if (rules === undefined) {
    rules = new Intl.PluralRules(locale);
    plurals.set(locale, rules);
  }
  return rules.select(count);
}

/** The message in the reader's language; `{count}` also chooses the plural form. */
export function wordsIn(locale: Locale, key: MessageKey, values: Values = {}): string {
  const message = catalogues[locale][key];
  const text = typeof message === 'string' ? message : (message[pluralOf(locale, Number(values.count))] ?? message.other ?? '');
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}
