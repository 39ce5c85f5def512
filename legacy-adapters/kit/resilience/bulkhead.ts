import { BulkheadRejectedError, bulkhead, TaskCancelledError } from 'cockatiel';
import { LegacyUnreachable } from '#platform/errors.ts';
import type { OperationCall } from '../call.ts';
import type { Policies } from './policies.ts';

export interface Bulkhead {
  readonly inUse: number;
  readonly waiting: number;
  run<Result>(call: OperationCall, task: () => Promise<Result>): Promise<Result>;
}

/** Keeps one slow system from taking every connection and all memory: so many calls at once, so many waiting, and no more. */
export function createBulkhead(system: string, policies: Policies): Bulkhead {
  const places = bulkhead(policies.callsMax, policies.callsWaitingMax);

  async function run<Result>(call: OperationCall, task: () => Promise<Result>): Promise<Result> {
    const { signal } = call.deadline;
    if (call.deadline.remainingMs() === 0) throw rejected(call, 'UPSTREAM_TIMEOUT', 'no time left');
    let begun = false;
    const placed = places.execute(() => {
      begun = true;
      return task();
    }, signal);
    // cockatiel tells a waiting call that its time is over only once there is a place.
    const late = Promise.withResolvers<never>();
    const onAbort = () => {
      if (!begun) late.reject(new TaskCancelledError());
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([placed, late.promise]);
    } catch (error) {
      if (error instanceof TaskCancelledError) throw rejected(call, 'UPSTREAM_TIMEOUT', 'no place in time');
      if (error instanceof BulkheadRejectedError) throw rejected(call, 'UPSTREAM_UNAVAILABLE', 'too many calls wait already');
      throw error;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  function rejected(call: OperationCall, code: 'UPSTREAM_TIMEOUT' | 'UPSTREAM_UNAVAILABLE', why: string): LegacyUnreachable {
    return new LegacyUnreachable(system, code, `${call.operation}: ${why}`, { mayHaveArrived: false });
  }

  return {
    get inUse() {
      return policies.callsMax - places.executionSlots;
    },
    get waiting() {
      return policies.callsWaitingMax - places.queueSlots;
    },
    run,
  };
}
