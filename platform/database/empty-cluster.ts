import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

/**
 * Making an empty PGlite takes seconds of one processor (its initdb), unpacking one takes a fifth of that. So the first
 * one that is made on a machine is kept, and later ones begin as its copy. Where nothing can be kept, all works as without.
 */
const folder = path.resolve(import.meta.dirname, '../../.portico');

export async function readEmptyCluster(): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(fileName())], { type: 'application/gzip' });
  } catch {
    return undefined;
  }
}

/** Keeps a PGlite that nobody has used yet. Whoever reads meanwhile sees the whole file or none. */
export async function keepEmptyCluster(pglite: PGlite): Promise<void> {
  try {
    const dump = await pglite.dumpDataDir('gzip');
    await mkdir(folder, { recursive: true });
    const draft = `${fileName()}.${randomUUID()}`;
    await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
    await rename(draft, fileName());
  } catch {
    // A folder that cannot be written costs the next start some seconds, no more.
  }
}

/** A cluster fits the build of PGlite that made it. */
function fileName(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@electric-sql/pglite');
  const { version } = require(path.resolve(path.dirname(entry), '../package.json')) as { version: string };
  return path.join(folder, `pglite-${version}.tar.gz`);
}
