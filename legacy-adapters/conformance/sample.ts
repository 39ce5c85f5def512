import { createRandom } from '#legacy-adapters/simulation/random.ts';
import type { HostileCase } from './hostile-case.ts';

/** How many of each series a push tries; `npm run conformance` tries them all. */
export const perSeries = 20;

/** Every case that stands alone, and of each series its first, its last and some between, drawn by the seed; in the order given. */
export function sampleOf(cases: readonly HostileCase[], seed: number): HostileCase[] {
  const kept = new Set<HostileCase>();
  for (const [series, ofOne] of Map.groupBy(cases, (one) => one.series)) {
    if (series === undefined || ofOne.length <= perSeries) {
      for (const one of ofOne) kept.add(one);
      continue;
    }
    const random = createRandom(seed, series);
    for (const end of [ofOne.at(0), ofOne.at(-1)]) if (end !== undefined) kept.add(end);
    for (let drawn = 2; drawn < perSeries; ) {
      const one = random.pick(ofOne);
      if (kept.has(one)) continue;
      kept.add(one);
      drawn += 1;
    }
  }
  return cases.filter((one) => kept.has(one));
}
