import { CircuitState, type IBreaker } from 'cockatiel';
import type { Policies } from './policies.ts';

const slicesPerWindow = 10;

interface Slice {
  readonly startedAt: number;
  failures: number;
  total: number;
}

/**
 * Opens a circuit by the share of failures in a sliding window. In place of cockatiel's SamplingBreaker, which goes by the wall
 * clock and, where calls are few, still counts failures of hours ago.
 */
export function createFailureWindow(policies: Policies, now: () => number): IBreaker {
  let slices: Slice[] = [];

  function count(failed: boolean): void {
    const moment = now();
    slices = slices.filter(({ startedAt }) => moment - startedAt < policies.windowMs);
    let slice = slices.at(-1);
    if (slice === undefined || moment - slice.startedAt >= policies.windowMs / slicesPerWindow) {
      slice = { startedAt: moment, failures: 0, total: 0 };
      slices.push(slice);
    }
    slice.total += 1;
    if (failed) slice.failures += 1;
  }

  return {
    state: undefined,
    success(state) {
      if (state === CircuitState.HalfOpen) slices = [];
      count(false);
    },
    failure(state) {
      count(true);
      if (state !== CircuitState.Closed) return true;
      const total = slices.reduce((sum, slice) => sum + slice.total, 0);
      const failures = slices.reduce((sum, slice) => sum + slice.failures, 0);
      return total >= policies.attemptsInWindowMin && failures > policies.failureShare * total;
    },
  };
}
