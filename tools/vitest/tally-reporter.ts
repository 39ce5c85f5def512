import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export interface Tally {
  readonly passed: number;
  /** Tests, and test files that could not even be read. */
  readonly failed: number;
  readonly skipped: number;
}

export const tallyFile = path.resolve(import.meta.dirname, '../../.portico/test-tally.json');

function reasonOf(test: TestCase): string {
  const { note } = test.result() as { note?: string | undefined };
  if (note !== undefined) return note;
  let outermost: TestCase | TestCase['parent'] = test;
  while (outermost.parent.type !== 'module') outermost = outermost.parent;
  return outermost.name;
}

/** One line for each reason in each file: how much was not run, and in the tests' own words why and how to get it. */
export function linesOfNotRun(skipped: readonly { readonly file: string; readonly reason: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { file, reason } of skipped) {
    const key = `${file}: ${reason}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `  ${count} ${count === 1 ? 'test' : 'tests'} of ${key}`);
}

/** What each adapter stood before its hostile core, a line an adapter. */
export function linesOfHostileCores(
  runs: readonly { readonly name: string; readonly cases: number; readonly longestRunMs: number; readonly passed: boolean }[],
): string[] {
  return [...Map.groupBy(runs, (run) => run.name)].map(([name, ofOne]) => {
    const cases = ofOne.reduce((sum, run) => sum + run.cases, 0).toLocaleString('en');
    const longest = Math.max(...ofOne.map((run) => run.longestRunMs)).toFixed(0);
    const verdict = ofOne.every((run) => run.passed) ? 'all stood' : 'NOT all stood';
    return `  ${name}: ${cases} cases over ${ofOne.length} operations, ${verdict}; longest run of the event loop ${longest} ms`;
  });
}

/** How long the files of each project took, added up, and which took longest. Files run beside each other, so the wall's clock says less. */
export function linesOfTimes(
  files: readonly { readonly project: string; readonly file: string; readonly tests: number; readonly ms: number }[],
): string[] {
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  return [...Map.groupBy(files, ({ project }) => project)].map(([project, ofOne]) => {
    const tests = ofOne.reduce((sum, file) => sum + file.tests, 0).toLocaleString('en');
    const all = ofOne.reduce((sum, { ms }) => sum + ms, 0);
    const slowest = ofOne.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
    const named = slowest.map(({ file, ms }) => `${file} ${seconds(ms)}`).join(', ');
    return `  ${project}: ${tests} tests in ${ofOne.length} files took ${seconds(all)}; longest ${named}`;
  });
}

/** Says at the end what was measured and which parts were not run, and leaves the counts where CI reads them. */
export class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (...states: readonly string[]) => tests.filter((test) => states.includes(test.result().state));
    const broken = modules.reduce((count, module) => count + module.errors().length, unhandledErrors.length);
    const skipped = inState('skipped', 'pending');
    const tally: Tally = { passed: inState('passed').length, failed: inState('failed').length + broken, skipped: skipped.length };
    mkdirSync(path.dirname(tallyFile), { recursive: true });
    writeFileSync(tallyFile, JSON.stringify(tally));
    const lines = linesOfNotRun(skipped.map((test) => ({ file: test.module.relativeModuleId, reason: reasonOf(test) })));
    const measured = tests.flatMap((test) => test.annotations()).filter(({ type }) => type === 'measured');
    for (const { message } of measured) console.log(`Measured: ${message}`);
    const runs = tests.flatMap((test) => {
      const { hostileCore } = test.meta();
      const name = test.parent.type === 'suite' ? test.parent.name.replace(' before a hostile core', '') : '';
      return hostileCore === undefined ? [] : [{ name, ...hostileCore, passed: test.result().state === 'passed' }];
    });
    if (runs.length > 0) console.log(`\nBefore a hostile core:\n${linesOfHostileCores(runs).join('\n')}\n`);
    const times = modules.map((module) => {
      const { collectDuration, duration } = module.diagnostic();
      const tests = [...module.children.allTests()].length;
      return { project: module.project.name, file: module.relativeModuleId, tests, ms: collectDuration + duration };
    });
    console.log(`\nTime by project:\n${linesOfTimes(times).join('\n')}`);
    if (lines.length > 0) console.log(`\nNot run on this machine:\n${lines.join('\n')}\n`);
  }
}
