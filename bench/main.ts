import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** `npm run bench -- xml`: runs one bench, after installing what it measures against. */
const benches = ['xml'];
const [bench] = process.argv.slice(2);
if (bench === undefined || !benches.includes(bench)) {
  process.stderr.write(`usage: npm run bench -- ${benches.join('|')}\n`);
  process.exit(1);
}
if (!existsSync(path.join(import.meta.dirname, 'node_modules/soap'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
await import(`./${bench}/bench.ts`);
