import { expect, it } from 'vitest';
import { fuzz } from './fuzz.testkit.ts';
import { findSubjects } from './subjects.testkit.ts';

/** Another seed each day, the same one all day long; `npm run fuzz -- --seed S` runs it again. */
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
const cases = 20_000;

it(`no spoilt document is read wrong, slowly, or into an error of another kind (seed ${seed})`, { timeout: 120_000 }, async () => {
  const { failures, read } = fuzz(await findSubjects(seed), cases, seed);
  expect(failures.join('\n\n')).toBe('');
  // Most changes break a document; those that do not must have been looked at.
  expect(read).toBeGreaterThan(cases / 20);
});
