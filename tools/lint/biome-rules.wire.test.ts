import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** One violation a file; a change of biome.json that lets one pass is noticed here. */
const planted: readonly (readonly [file: string, rule: string, text: string])[] = [
  ['platform/any.ts', 'suspicious/noExplicitAny', 'export const parse = (text: string): any => JSON.parse(text);'],
  ['platform/non-null.ts', 'style/noNonNullAssertion', 'export const first = (list: string[]): string => list[0]!;'],
  ['platform/default-export.ts', 'style/noDefaultExport', 'export default 1;'],
  ['platform/enum.ts', 'style/noEnum', "export enum Kind {\n  Current = 'CURRENT',\n}"],
  ['platform/console.ts', 'suspicious/noConsole', "console.log('ready');"],
  ['platform/parameter.ts', 'style/noParameterAssign', 'export function twice(count: number): number {\n  count *= 2;\n  return count;\n}'],
  ['platform/settings.ts', 'style/noProcessEnv', 'export const port = process.env.PORT;'],
  ['bank/main.ts', 'style/noProcessEnv', 'export const port = process.env.PORT;'],
  ['platform/unused.ts', 'correctness/noUnusedVariables', 'function unused(): void {}'],
  ['platform/unused-import.ts', 'correctness/noUnusedImports', "import { readFile } from 'node:fs/promises';"],
  ['platform/undeclared.ts', 'correctness/noUndeclaredDependencies', "import 'left-pad';"],
];
const allowed: typeof planted = [
  ['gateway/engine/apollo-reporting.ts', 'style/noProcessEnv', 'export const port = process.env.PORT;'],
  ['tools/check.ts', 'suspicious/noConsole', "console.log('ready', process.env.CI);"],
  ['vitest.config.ts', 'style/noDefaultExport', 'export default { test: { retry: process.env.CI ? 1 : 0 } };'],
];

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

function lint(folder: string): Promise<Report> {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder }, (_, stdout, stderr) => {
      const json = stdout.split('\n').find((line) => line.startsWith('{'));
      if (json === undefined) reject(new Error(`Biome answered without a report: ${stdout}${stderr}`));
      else resolve(JSON.parse(json));
    });
  });
}

describe("the project's Biome rules", () => {
  let folder: string;
  let report: Report;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'portico-biome-'));
    await cp(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
    await writeFile(path.join(folder, 'package.json'), '{ "dependencies": {} }');
    for (const [file, , text] of [...planted, ...allowed]) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), `${text}\n`);
    }
    report = await lint(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const rulesAt = (file: string) =>
    report.diagnostics.filter(({ location }) => location.path === file).map(({ category }) => category.replace('lint/', ''));

  it.each(planted)('%s is caught by %s', (file, rule) => {
    expect(rulesAt(file)).toEqual([rule]);
  });

  it.each(allowed)('%s may do without %s', (file) => {
    expect(rulesAt(file)).toEqual([]);
  });
});
