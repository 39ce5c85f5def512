import { expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createRandom } from '../simulation/random.ts';
import { createWorld } from '../simulation/world.ts';
import { createCoreBanking } from './index.ts';
import { password, runCore, user } from './simulator/simulator.testkit.ts';

const seed = Date.now() % 1_000_000;
const accounts = createWorld().accounts.slice(0, 40);
const batches = 60;

it(`a session killed at any moment costs a sign-in and no answer (seed ${seed})`, async () => {
  const { simulator } = await runCore();
  const core = await createCoreBanking({ endpoint: simulator.url, user, password, deadlineMs: 10_000 });
  const random = createRandom(seed, 'kills');
  const find = async (accountId: string) => {
    const [found] = await core.findAccounts([accountId], { deadline: createDeadline(10_000), trace: unrecorded() });
    return found?.accountNumber;
  };
  try {
    for (let batch = 0; batch < batches; batch += 1) {
      simulator.switches.latencyMs = random.int(0, 3);
      const size = random.int(1, 20);
      const killedBefore = random.int(0, size - 1);
      const asked = Array.from({ length: size }, () => random.pick(accounts).accountId);
      const answers = asked.map((accountId, index) => {
        // Holds from the next call that arrives: some of this batch are under way by then, on the session that dies.
        if (index === killedBefore) simulator.switches.expireSessions = true;
        return find(accountId);
      });
      expect(await Promise.all(answers)).toEqual(asked);
    }
    expect(simulator.calls.count('Login')).toBeLessThanOrEqual(batches + 1);
  } finally {
    await core.close();
  }
});
