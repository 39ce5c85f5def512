import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allSettings } from '#bank/environment.ts';
import { errorCodes } from '#platform/errors.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The rows of the table of a section, cell by cell. */
function tableOf(section: string): string[][] {
  const text = readme.split(`## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
}

it('has a row for every setting and for no other', () => {
  const names = tableOf('Configuration').map(([name = '']) => /`(\w+)`/.exec(name)?.[1] ?? name);
  expect(names.toSorted()).toEqual(Object.keys(allSettings).toSorted());
});

it('explains every code that a client may meet', () => {
  const explained = tableOf('Errors').flatMap(([codes = '']) => [...codes.matchAll(/[A-Z_]+/g)].map(([code]) => code));
  expect(explained.toSorted()).toEqual([...errorCodes].toSorted());
});
