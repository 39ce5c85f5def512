import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const rooms = /^(\.github|bank|bench|clients|deploy|docs|e2e|gateway|identity|legacy-adapters|platform|schema|subgraphs|tools)\//;
/** What the guide makes step by step, and the bank does not have. */
const ofTheGuide = /tax-registry|taxpayer/;

const isOurs = (file: string) => !/(^|\/)(node_modules|dist|fixtures)\//.test(file);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync(
    ['docs/*.md', 'docs/wrapping/*.md', '{bank,clients,deploy,e2e,gateway,identity,legacy-adapters,platform,subgraphs,tools}/**/README.md'],
    {
      cwd: root,
    },
  )
    .map((file) => file.split(path.sep).join('/'))
    .filter(isOurs),
];
const read = (page: string) => readFileSync(path.join(root, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');

/** Whatever a page names in code type below one of the rooms, with `<name>` for any. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name).filter((name) => rooms.test(name));
}

/** Where its links lead, from the root; addresses elsewhere and places on the page itself are left out. */
function linkedIn(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
  return links.map((link) => path.posix.join(path.posix.dirname(page), link));
}

function isThere(name: string): boolean {
  const pattern = name.replaceAll(/<[^>]+>/g, '*');
  return pattern.includes('*') ? globSync(pattern, { cwd: root }).length > 0 : existsSync(path.join(root, name));
}

it.each(pages)('%s names only what is there', (page) => {
  const text = read(page);
  const named = namedIn(text).filter((name) => page !== 'docs/wrapping/guide.md' || !ofTheGuide.test(name));
  expect([...named, ...linkedIn(page, text)].filter((name) => !isThere(name))).toEqual([]);
});

it('reads the pages that name much', () => {
  expect(pages.length).toBeGreaterThan(15);
  for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']) expect(namedIn(read(page)).length, page).toBeGreaterThan(10);
});
