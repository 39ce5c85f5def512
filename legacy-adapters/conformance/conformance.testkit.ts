import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '#platform/lifecycle.ts';
import { isWhole, seedGiven } from './environment.ts';
import type { Contract } from './hostile-case.ts';
import { createHostileCore, type HostileCore } from './hostile-core.ts';
import { type Probe, runConformanceSuite } from './suite.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** How one operation did before the hostile core. */
    hostileCore?: { readonly cases: number; readonly longestRunMs: number };
  }
}

export interface ConformanceSubject<Port> {
  /** The legacy system in our own words. */
  readonly system: string;
  readonly simulator: Service & { readonly url: string };
  readonly contract: Contract;
  /** Texts that no error may show: passwords, session ids. */
  readonly secrets: readonly string[];
  /** The adapter as it is in the bank, but with `bare` policies. */
  readonly connect: (endpoint: string) => Promise<Port>;
  readonly probes: (port: () => Port) => readonly Probe[];
}

/** Every answer reaches the adapter: no retry after it, and no circuit that answers in the core's place. */
export const bare = { attemptsMax: 1, attemptsInWindowMin: 1_000_000_000 };

/** Event loop runs longer than this would be felt by everybody else's calls. Milliseconds of this thread's processor time. */
const longestRunMsMax = 150;

/** Every operation of an adapter before a hostile core, each in a test of its own. */
export function describeConformance<Port extends { close(): Promise<void> }>(subject: ConformanceSubject<Port>): void {
  const { system, simulator, contract, secrets } = subject;
  const seed = seedGiven ?? Date.now() % 1_000_000;
  let core: HostileCore;
  let port: Port | undefined;
  const connected = () => {
    if (port === undefined) throw new Error(`${system} is not connected`);
    return port;
  };

  describe(`${system} before a hostile core (${isWhole ? 'whole' : 'a sample'}, seed ${seed})`, () => {
    beforeAll(async () => {
      await simulator.start();
      core = createHostileCore(simulator.url);
      await core.start();
      port = await subject.connect(core.url);
    });
    afterAll(async () => {
      await port?.close();
      await core.stop();
      await simulator.stop();
    });

    it.for(subject.probes(connected))(
      'never takes a wrong answer to $operation, and says what was wrong with it',
      {
        timeout: 300_000,
      },
      async (probe, { task }) => {
        const { cases, faults, longestRunMs } = await runConformanceSuite({ core, contract, secrets, seed, whole: isWhole }, probe);
        task.meta.hostileCore = { cases, longestRunMs };
        expect(faults).toEqual([]);
        expect(longestRunMs).toBeLessThan(longestRunMsMax);
      },
    );
  });
}
