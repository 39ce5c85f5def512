import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../docs/adr/', import.meta.url);
const records = readdirSync(folder).filter((name) => name !== 'README.md');
const index = readFileSync(new URL('README.md', folder), 'utf8');
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe.each(records)('the decision %s', (name) => {
  const text = read(name);
  const [, number = '', title = ''] = /^# (\d+)\. (.+)\n/.exec(text) ?? [];
  const [, status = ''] = /^# .+\n\n\*\*Status\.\*\* (Proposed|Accepted|Superseded by \d+)\b.* \d{4}-\d\d-\d\d\b.*\.\n/.exec(text) ?? [];

  it('has the number of its file, and says under its title since when it is in force', () => {
    expect(name).toMatch(new RegExp(`^${number.padStart(4, '0')}-[a-z0-9-]+\\.md$`));
    expect(status, 'a line such as **Status.** Accepted 2026-11-24.').not.toBe('');
  });

  it('stands in the index as it is', () => {
    expect(index.split('\n')).toContain(`| ${number} | [${title}](${name}) | ${status.toLowerCase()} |`);
  });
});

it('the index has one row a decision, and no number is given twice', () => {
  const rows = [...index.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(rows).toHaveLength(records.length);
  expect(new Set(rows).size).toBe(rows.length);
});
