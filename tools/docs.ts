import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices, realmVariables, settingAnchors } from './deploy/compose-services.ts';
import { optionalVariables, requiredVariables } from './deploy/example-environment.ts';
import { replaceMarked } from './docs/marked-block.ts';
import { leastSettings, partList, partTable, secondBank, settingTable } from './docs/setting-tables.ts';

/**
 * `npm run docs`: writes what the documentation says of settings and parts, and what the containers are told, from the descriptors,
 * between marks in the files.
 * With --check nothing is written, and it fails when anything would change.
 */
const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');

/** Written by hand in deploy/example.env, with how to make them. */
const framed = new Set(['GATEWAY_SIGNING_KEY', 'GATEWAY_PUBLIC_KEY']);

const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { settings: settingTable(), 'second bank': secondBank() },
  'docs/deployment.md': { 'least settings': leastSettings(), parts: `${partTable()}\n\n${partList()}` },
  'deploy/compose.yaml': { settings: settingAnchors(), services: composeServices(), 'secrets of clients': realmVariables() },
  'deploy/example.env': { required: requiredVariables(framed), optional: optionalVariables() },
};

const changed: string[] = [];
for (const [file, blocks] of Object.entries(pages)) {
  const target = path.join(root, file);
  const before = readFileSync(target, 'utf8');
  const after = Object.entries(blocks).reduce((page, [name, content]) => replaceMarked(file, page, name, content), before);
  if (after === before) continue;
  changed.push(file);
  if (!check) writeFileSync(target, after);
}
if (changed.length === 0) console.log('the documentation is up to date');
else if (check) console.error(`not up to date: ${changed.join(', ')}. Run \`npm run docs\` and commit what it writes.`);
else console.log(`written: ${changed.join(', ')}`);
process.exitCode = check && changed.length > 0 ? 1 : 0;
