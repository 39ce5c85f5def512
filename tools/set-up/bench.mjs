import fs from 'node:fs';
import path from 'node:path';
import { say, step } from './install.mjs';
import { root } from './state.mjs';
import { takeTurn } from './turn.mjs';

const folder = path.join(root, 'bench');
const patienceMs = 10 * 60_000;

function packagesOf(...place) {
  return JSON.parse(fs.readFileSync(path.join(folder, ...place), 'utf8')).packages;
}

/** Whether what bench measures against is installed as its lock file says. */
export function arePeersInstalled() {
  try {
    const wanted = Object.entries(packagesOf('package-lock.json')).filter(([place]) => place !== '');
    const present = packagesOf('node_modules', '.package-lock.json');
    return wanted.every(([place, { version, optional }]) => optional === true || present[place]?.version === version);
  } catch {
    return false;
  }
}

/** The peers stand in bench's own package, so that nothing else needs them. */
export async function installPeers() {
  const letGo = await takeTurn(path.join(root, '.portico', 'bench.lock'), patienceMs, say);
  try {
    if (arePeersInstalled()) return;
    say('installing what is measured against');
    const seconds = await step(
      'installing what is measured against',
      'npm',
      ['ci', '--no-audit', '--no-fund', '--no-progress', '--engine-strict=false'],
      {
        cwd: folder,
        isDone: arePeersInstalled,
      },
    );
    say(`peers installed in ${seconds} s`);
  } finally {
    letGo();
  }
}
