import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../..');
const rooms = ['bank', 'clients', 'deploy', 'docs', 'gateway', 'identity', 'legacy-adapters', 'platform', 'schema', 'subgraphs', 'tools'];
const files = ['.dependency-cruiser.cjs', '.gitignore', 'README.md', 'biome.json', 'package.json', 'tsconfig.json'];
const timeoutMs = 300_000;

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  /** The last line of what it wrote, which is JSON. */
  told(): { readonly skeletons: string[] };
}

/** A copy of the project in which systems are wrapped that are not the bank's. */
export interface ProjectCopy {
  readonly tree: string;
  run(...args: readonly string[]): Promise<Ended>;
  wrap(...args: readonly string[]): Promise<Ended>;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Every file of it, by its path. */
  snapshot(): ReadonlyMap<string, string>;
  remove(): void;
}

export function copyProject(): ProjectCopy {
  const tree = mkdtempSync(path.join(tmpdir(), 'portico-copy-'));
  const isWanted = (source: string) => !/[/\\](?:node_modules|dist|dist\.new)(?:[/\\]|$)/.test(source.slice(root.length));
  for (const room of rooms) cpSync(path.join(root, room), path.join(tree, room), { recursive: true, filter: isWanted });
  for (const file of files) cpSync(path.join(root, file), path.join(tree, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));

  const run = (...args: readonly string[]) =>
    new Promise<Ended>((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: tree, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        stdout += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        stderr += chunk;
      });
      child.once('error', reject);
      child.once('close', (status) =>
        resolve({ status, output: stdout + stderr, told: () => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') }),
      );
    });

  return {
    tree,
    run,
    wrap: (...args) => run('--import', 'tsx', 'legacy-adapters/wsdl-compiler/main.ts', ...args),
    read: (file) => readFileSync(path.join(tree, file), 'utf8'),
    write: (file, text) => writeFileSync(path.join(tree, file), text),
    snapshot() {
      const found = globSync(['*', '{bank,clients,deploy,docs,gateway,identity,legacy-adapters,platform,schema,subgraphs,tools}/**'], {
        cwd: tree,
      });
      const isFile = (file: string) => file !== 'node_modules' && statSync(path.join(tree, file)).isFile();
      return new Map(found.filter(isFile).map((file) => [file, readFileSync(path.join(tree, file), 'utf8')]));
    },
    remove: () => rmSync(tree, { recursive: true }),
  };
}
