import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '#platform/language.ts';

const text = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const quoted = (list: string | undefined) => [...(list ?? '').matchAll(/'(\w+)'/g)].map(([, language]) => language);

it.each([
  ['the web bank', 'clients/web/src/language/locale.ts', /locales = \[(.*?)\]/],
  ["the messengers' page", 'clients/messengers/page/messengers.js', /languages = \[(.*?)\]/],
])('%s speaks the languages of the bank, though its code in the browser cannot import the list', (_client, file, list) => {
  expect(quoted(list.exec(text(file))?.[1])).toEqual([...languages]);
});

it('the graph names the languages of the bank', () => {
  const values = /^enum Language \{(.*?)^\}/ms.exec(text('schema/api.graphql'))?.[1] ?? '';
  const codes = [...values.matchAll(/`([a-z]{2})` by ISO 639-1/g)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual([...languages].toSorted());
});
