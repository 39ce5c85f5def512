import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const rooms = /^(\.github|bank|bench|clients|deploy|docs|e2e|gateway|identity|legacy-adapters|platform|schema|subgraphs|tools)\//;

/** Whatever a page names in code type below one of the rooms, with `<name>` for any. */
function namedIn(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name).filter((name) => rooms.test(name));
}

it.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'])('%s names only what is there', (page) => {
  const named = namedIn(page);
  expect(named.length).toBeGreaterThan(10);
  const isThere = (name: string) => {
    const pattern = name.replaceAll(/<[^>]+>/g, '*');
    return pattern.includes('*') ? globSync(pattern, { cwd: root }).length > 0 : existsSync(path.join(root, name));
  };
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});
