import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceMarked } from './docs/marked-block.ts';
import { leastSettings, partList, partTable, secondBank, settingTable } from './docs/setting-tables.ts';

/**
 * `npm run docs`: writes what the documentation says of settings and parts, from their descriptors, between marks in the pages.
 * With --check nothing is written, and it fails when anything would change.
 */
const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');

const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { settings: settingTable(), 'second bank': secondBank() },
  'docs/deployment.md': { 'least settings': leastSettings(), parts: `${partTable()}\n\n${partList()}` },
};

const changed: string[] = [];
for (const [file, blocks] of Object.entries(pages)) {
  const target = path.join(root, file);
  const before = readFileSync(target, 'utf8');
  const after = Object.entries(blocks).reduce((page, [name, content]) => replaceMarked(page, name, content), before);
  if (after === before) continue;
  changed.push(file);
  if (!check) writeFileSync(target, after);
}
if (changed.length === 0) console.log('the documentation is up to date');
else if (check) console.error(`not up to date: ${changed.join(', ')}. Run \`npm run docs\` and commit what it writes.`);
else console.log(`written: ${changed.join(', ')}`);
process.exitCode = check && changed.length > 0 ? 1 : 0;
