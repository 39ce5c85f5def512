import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { say, step } from './install.mjs';
import { acquireLock } from './lock.mjs';
import { binaries, modules, root } from './state.mjs';

const web = path.join(root, 'clients', 'web');
const built = path.join(web, 'dist');
const underWay = path.join(web, 'dist.new');
const buildMs = 5 * 60_000;
/** All that the built pages are made from. */
const sources = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'];

function filesIn(place) {
  const full = path.join(web, place);
  if (!fs.statSync(full).isDirectory()) return [full];
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath ?? entry.path, entry.name)] : []));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [path.join(root, 'package-lock.json'), ...sources.flatMap(filesIn).sort()]) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return `${hash.digest('hex')}\n`;
}

/** Whether the built pages are of these very sources; reads about a hundred small files and starts no process. */
export function isWebBuilt() {
  try {
    return fs.readFileSync(path.join(built, '.sources'), 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

/** Builds beside the last build and then takes its place, so that nobody ever starts with half of one. */
export async function buildWeb() {
  const release = await acquireLock(path.join(root, '.portico', 'web.lock'), buildMs, say);
  try {
    if (isWebBuilt()) return;
    say('building the web bank');
    const sourcesNow = fingerprint();
    const vite = [path.join(modules, 'vite', 'bin', 'vite.js'), 'build', web, '--outDir', underWay, '--emptyOutDir', '--logLevel', 'warn'];
    const seconds = await step('building the web bank', path.join(binaries, 'node'), vite, {
      cwd: web,
      // A test runner's `test` in it would give people React's development build, which is several times slower.
      env: { NODE_ENV: 'production' },
    });
    fs.writeFileSync(path.join(underWay, '.sources'), sourcesNow);
    fs.rmSync(built, { recursive: true, force: true });
    fs.renameSync(underWay, built);
    say(`web bank built in ${seconds} s`);
  } finally {
    release();
  }
}
