import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Written {
  readonly written: readonly string[];
  /** Those that were there, which belong to whoever wrote them. */
  readonly kept: readonly string[];
  /** What the formatter has against them. */
  readonly faults: string | undefined;
}

/** Writes what is not there yet, by paths from the root, and formats it as `npm run check` wants it. */
export function writeMissing(root: string, files: ReadonlyMap<string, string>): Written {
  const kept = [...files.keys()].filter((file) => existsSync(path.join(root, file)));
  const written = [...files.keys()].filter((file) => !kept.includes(file));
  for (const file of written) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, files.get(file) ?? '');
  }
  return { written, kept, faults: format(root, written) };
}

function format(root: string, files: readonly string[]): string | undefined {
  const code = files.filter((file) => file.endsWith('.ts'));
  if (code.length === 0) return undefined;
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [biome, 'check', '--write', ...code], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (error?.message ?? `${stdout}${stderr}`);
}
