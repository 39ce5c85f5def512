import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export interface Tally {
  readonly passed: number;
  /** Tests, and test files that could not even be read. */
  readonly failed: number;
  readonly skipped: number;
}

export const tallyFile = path.resolve(import.meta.dirname, '../.portico/test-tally.json');

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
  trials: readonly { readonly name: string; readonly cases: number; readonly longestRunMs: number; readonly passed: boolean }[],
): string[] {
  return [...Map.groupBy(trials, (trial) => trial.name)].map(([name, ofOne]) => {
    const cases = ofOne.reduce((sum, trial) => sum + trial.cases, 0).toLocaleString('en');
    const longest = Math.max(...ofOne.map((trial) => trial.longestRunMs)).toFixed(0);
    const verdict = ofOne.every((trial) => trial.passed) ? 'all stood' : 'NOT all stood';
    return `  ${name}: ${cases} cases over ${ofOne.length} operations, ${verdict}; longest run of the event loop ${longest} ms`;
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
    const trials = tests.flatMap((test) => {
      const { hostileCore } = test.meta();
      const name = test.parent.type === 'suite' ? test.parent.name.replace(/ before a hostile core.*/, '') : '';
      return hostileCore === undefined ? [] : [{ name, ...hostileCore, passed: test.result().state === 'passed' }];
    });
    if (trials.length > 0) console.log(`\nBefore a hostile core:\n${linesOfHostileCores(trials).join('\n')}\n`);
    if (lines.length > 0) console.log(`\nNot run on this machine:\n${lines.join('\n')}\n`);
  }
}
