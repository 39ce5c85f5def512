import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { rooms } from './mutate/rooms.ts';

/**
 * `npm run mutate -- <room>`: plants faults in the code of a room, one at a time, and counts those that its tests notice. Only what has
 * changed since the last run is tried again. Fails below the room's score. `--file` (a pattern) looks at a part of the room and at no score.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string' }, workers: { type: 'string', default: '2' }, whole: { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
const room = rooms[name];
const workers = Number(values.workers);
if (room === undefined || positionals.length !== 1 || !(Number.isInteger(workers) && workers >= 1 && workers <= 64)) {
  console.error(`usage: npm run mutate -- ${Object.keys(rooms).join('|')} [--file <pattern>] [--workers 2] [--whole]`);
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, '.portico/mutation', values.file === undefined ? name : `${name}-part`);
// Read by the tests' configuration, in the processes that run them.
process.env.MUTATED_ROOM = name;

const mutants = await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tools/mutate/vitest.config.ts', related: false },
  mutate: [
    ...(values.file === undefined ? room.files : [values.file]),
    '!**/*.test.ts',
    '!**/*.testkit.ts',
    '!**/generated/**',
    '!**/simulator/**',
  ],
  coverageAnalysis: 'perTest',
  concurrency: workers,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: path.join(reports, 'incremental.json'),
  force: values.whole,
  tempDirName: path.join(root, '.portico/mutation/sandbox'),
  ignorePatterns: ['.portico', 'clients/web/dist', 'bench', 'docs', 'deploy'],
  reporters: ['clear-text', 'json', 'html', 'dots'],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
  jsonReporter: { fileName: path.join(reports, 'mutation.json') },
  htmlReporter: { fileName: path.join(reports, 'mutation.html') },
  // Under Node's own runner of TypeScript nothing checks types, and a mutant that they refuse would count as unnoticed.
  thresholds: { high: 90, low: 80, break: values.file === undefined ? room.scoreMin : null },
  allowConsoleColors: false,
}).runMutationTest();
if (mutants.length === 0) throw new Error(`no file of ${values.file ?? name} can be mutated`);
