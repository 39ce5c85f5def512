import { expect, it } from 'vitest';
import type { HostileCase } from './hostile-case.ts';
import { perSeries, sampleOf } from './sample.ts';

const reply = () => {
  throw new Error('is not asked for');
};
const one = (name: string, series?: string): HostileCase => ({
  name,
  reply,
  expected: ['VALUE'],
  ...(series === undefined ? {} : { series }),
});
const cuts = Array.from({ length: 500 }, (_, at) => one(`cut ${at}`, 'cut'));
const cases = [one('nothing at all'), ...cuts, one('reset 0', 'reset'), one('another protocol')];
const namesOf = (seed: number) => sampleOf(cases, seed).map(({ name }) => name);

it('a sample holds every case that stands alone and every short series, in order', () => {
  const names = namesOf(1);
  expect([names[0], ...names.slice(-2)]).toEqual(['nothing at all', 'reset 0', 'another protocol']);
  expect(names).toHaveLength(perSeries + 3);
});

it('a sample holds both ends of a long series', () => {
  expect(namesOf(1)).toEqual(expect.arrayContaining(['cut 0', 'cut 499']));
});

it('the same seed draws the same sample, and seeds between them draw every case', () => {
  expect(namesOf(7)).toEqual(namesOf(7));
  const drawn = new Set(Array.from({ length: 400 }, (_, seed) => namesOf(seed)).flat());
  expect(drawn.size).toBe(cases.length);
});
