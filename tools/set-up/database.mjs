import fs from 'node:fs';
import path from 'node:path';
import { say, step } from './install.mjs';
import { acquireLock } from './lock.mjs';
import { binaries, modules, root } from './state.mjs';

const patienceMs = 2 * 60_000;

/** Whether the empty embedded database is kept that every new one begins as; `platform/database/empty-cluster.ts` names it so. */
export function isDatabaseKept() {
  try {
    const { version } = JSON.parse(fs.readFileSync(path.join(modules, '@electric-sql', 'pglite', 'package.json'), 'utf8'));
    return fs.existsSync(path.join(root, '.portico', `pglite-${version}.tar.gz`));
  } catch {
    return false;
  }
}

/** Makes it now, which takes some seconds, so that the first `npm start` need not. */
export async function keepDatabase() {
  const release = await acquireLock(path.join(root, '.portico', 'database.lock'), patienceMs, say);
  try {
    if (isDatabaseKept()) return;
    const make = ['--import', 'tsx', path.join(root, 'tools', 'set-up', 'keep-empty-database.ts')];
    const seconds = await step('making an empty database', path.join(binaries, 'node'), make, { cwd: root });
    say(`empty database made in ${seconds} s`);
  } finally {
    release();
  }
}
