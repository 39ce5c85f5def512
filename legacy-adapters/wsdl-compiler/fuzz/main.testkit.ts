import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.testkit.ts';
import { findSubjects } from './subjects.testkit.ts';

/** `npm run fuzz -- --cases N --seed S`: spoilt documents through every decoder; ends with 1 when one of them is read wrong. */
const { values } = parseArgs({ options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const cases = Number(values.cases);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(cases) || cases < 1) {
  process.stderr.write('usage: npm run fuzz -- --cases 1000000 --seed 1\n');
  process.exit(1);
}
const subjects = await findSubjects(seed);
process.stdout.write(`seed ${seed}: ${cases} cases over ${subjects.length} elements\n`);
const startedAt = performance.now();
const result = fuzz(subjects, cases, seed, (done) => {
  if (done % 10_000 === 0) process.stdout.write(`${done} of ${cases}, ${Math.round((performance.now() - startedAt) / 1_000)} s\n`);
});
for (const failure of result.failures) process.stdout.write(`\n${failure}\n`);
process.stdout.write(
  `seed ${seed}: ${result.cases} cases, ${result.read} of them read, the slowest ${result.slowestMs.toFixed(1)} ms, ${result.failures.length} failures\n`,
);
process.exitCode = result.failures.length === 0 ? 0 : 1;
