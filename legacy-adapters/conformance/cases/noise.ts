import { createRandom } from '#legacy-adapters/simulation/random.ts';
import { type HostileCase, type Make, valueOrMalformed } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

const noiseCount = 300;

/** Bytes changed at random: a changed letter is a value like another, so only how it ends is looked at. */
export function noise({ body }: HonestAnswer, make: Make, seed: number): HostileCase[] {
  const random = createRandom(seed, 'noise');
  return Array.from({ length: noiseCount }, (_, index): HostileCase => {
    const spoilt = Buffer.from(body);
    const count = 1 + (index % 3);
    for (let turn = 0; turn < count; turn += 1) spoilt[random.int(0, spoilt.length - 1)] = random.int(0, 255);
    return {
      series: 'noise',
      name: `noise ${index} of seed ${seed}`,
      reply: () => make(spoilt),
      // A result code is a value like another, too.
      expected: [...valueOrMalformed, 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_REFUSED'],
      anyValue: true,
    };
  });
}
