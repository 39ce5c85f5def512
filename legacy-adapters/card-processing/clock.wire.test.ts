import { afterEach, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { people } from '../simulation/people.ts';
import { type CardProcessing, createCardProcessing } from './index.ts';
import { type CardProcessingSimulator, createCardProcessingSimulator } from './simulator/simulator.ts';

const credentials = { user: 'portico', password: 'cards-password' };
const minutes = 60_000;
let simulator: CardProcessingSimulator;
let processing: CardProcessing;

async function startWithClockOffBy(offMs: number): Promise<void> {
  simulator = createCardProcessingSimulator({
    port: 0,
    ...credentials,
    switches: { latencyMs: 0 },
    logger: createLogger('test', 'silent'),
    clock: () => new Date(Date.now() + offMs),
  });
  await simulator.start();
  processing = await createCardProcessing({ endpoint: simulator.url, ...credentials, deadlineMs: 5_000 });
}

afterEach(async () => {
  await processing.close();
  await simulator.stop();
});

const ask = () => processing.findCardsOfHolders([people.olena.customerId], { deadline: createDeadline(5_000), trace: unrecorded() });

it.each([10, -10])('a clock that is %i minutes off costs the first call one more, and nobody an answer', async (off) => {
  await startWithClockOffBy(off * minutes);
  expect((await ask())[0]).toHaveLength(3);
  expect(simulator.calls.count('GetCardsByHolders')).toBe(2);
  expect((await ask())[0]).toHaveLength(3);
  expect(simulator.calls.count('GetCardsByHolders')).toBe(3);
});

it('a clock that is a day off is not followed, since then it is no clock', async () => {
  await startWithClockOffBy(24 * 60 * minutes);
  await expect(ask()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
});
