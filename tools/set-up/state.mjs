import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const modules = path.join(root, 'node_modules');
export const binaries = path.join(modules, '.bin');
export const runtimePackage = path.join(modules, 'node');
const runtime = path.join(runtimePackage, 'bin', windows ? 'node.exe' : 'node');
const runtimeLink = path.join(binaries, windows ? 'node.cmd' : 'node');
const stamp = path.join(modules, '.portico-set-up');
const hiddenLock = path.join(modules, '.package-lock.json');

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** What an installation was made from: a lock file, for one kind of machine. */
function fingerprint() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** The quick question, asked before every command; it starts no process. */
export function isSetUp() {
  try {
    const isOfThisLock = fs.readFileSync(stamp, 'utf8') === fingerprint();
    return isOfThisLock && fs.statSync(runtime).size > 0 && fs.existsSync(runtimeLink) && areWorkspacesThere();
  } catch {
    return false;
  }
}

/** A workspace keeps some packages in a folder of its own, which can be lost while the root's is whole. */
function areWorkspacesThere() {
  const places = Object.keys(readJson(path.join(root, 'package-lock.json')).packages);
  const folders = places.flatMap((place) => /^(?!node_modules\/)(.+?\/node_modules)\//.exec(place)?.[1] ?? []);
  return [...new Set(folders)].every((folder) => fs.existsSync(path.join(root, folder)));
}

export function markSetUp() {
  fs.writeFileSync(`${stamp}.new`, fingerprint());
  fs.renameSync(`${stamp}.new`, stamp);
}

/** Takes away everything by which a half-made `node_modules` could later pass for a whole one. */
export function unmarkSetUp() {
  fs.rmSync(stamp, { force: true });
  fs.rmSync(hiddenLock, { force: true });
}

/**
 * Whether `node_modules` already holds what the lock file names, by npm's own record of it: so that a developer's
 * `npm install` is not followed by another whole installation. Packages for other kinds of machine may be missing.
 */
export function matchesLock() {
  try {
    const wanted = readJson(path.join(root, 'package-lock.json')).packages;
    const present = readJson(hiddenLock).packages;
    const same = ([place, entry]) => entry.extraneous === true || entry.version === wanted[place]?.version;
    const there = ([place, entry]) =>
      place === '' || (present[place] === undefined ? entry.optional === true : fs.existsSync(path.join(root, place)));
    return Object.entries(present).every(same) && Object.entries(wanted).every(there);
  } catch {
    return false;
  }
}

/** What is wrong with the project's own Node, or `undefined`. */
export function runtimeFault() {
  if (!fs.existsSync(runtimePackage)) return 'the package `node` is not in node_modules';
  if (!fs.existsSync(runtime)) return `${runtime} is missing`;
  const wanted = `v${readJson(path.join(runtimePackage, 'package.json')).version}`;
  const run = spawnSync(runtime, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (run.error) return `${runtime} does not run (${run.error.code ?? run.error.message})`;
  if (run.stdout.trim() !== wanted)
    return `${runtime} does not run as ${wanted} (${(run.stdout + run.stderr).trim().slice(0, 300) || `ended with ${run.status ?? run.signal}`})`;
  return undefined;
}

/** npm leaves the link out when the binary was not there yet as it linked. */
export function linkRuntime() {
  if (windows || fs.existsSync(runtimeLink)) return;
  fs.mkdirSync(binaries, { recursive: true });
  fs.rmSync(runtimeLink, { force: true });
  fs.symlinkSync(path.join('..', 'node', 'bin', 'node'), runtimeLink);
}
