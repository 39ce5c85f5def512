import type { Deadline } from '#platform/deadline.ts';
import { LegacyFailure, SignInFailed } from '#platform/errors.ts';
import type { OperationCall } from '../call.ts';
import { CircuitOpen } from './circuit.ts';
import type { Policies } from './policies.ts';

export interface Retries {
  /** Runs `attempt` until it succeeds, may not be repeated, or there is no time or no retry left; then throws the last failure. */
  run<Result>(call: OperationCall, attempt: () => Promise<Result>): Promise<Result>;
}

/**
 * Asks again after a failure that may pass. The pauses grow and are random ("full jitter"), so that callers who failed together
 * do not come back together. All retries to one system come out of one budget, earned by calls: when everything fails, retries
 * add a fifth to the load and do not multiply it.
 */
export function createRetries(policies: Policies, onRetry: (call: OperationCall) => void = () => {}): Retries {
  let saved = policies.retriesSavedMax;

  async function run<Result>(call: OperationCall, attempt: () => Promise<Result>): Promise<Result> {
    saved = Math.min(policies.retriesSavedMax, saved + policies.retryShare);
    for (let made = 1; ; made += 1) {
      try {
        return await attempt();
      } catch (error) {
        const pauseMs = Math.random() * Math.min(policies.backOffMaxMs, policies.backOffMs * 2 ** (made - 1));
        // Nobody waits any more once the deadline has aborted: its time left is then 0.
        const hopeful = made < policies.attemptsMax && mayAskAgain(call, error) && pauseMs < call.deadline.remainingMs();
        if (!hopeful || saved < 1) throw error;
        saved -= 1;
        onRetry(call);
        await pause(pauseMs, call.deadline);
        if (call.deadline.signal.aborted) throw error;
      }
    }
  }

  return { run };
}

/** Whether the same request may be sent once more. A change may be only where the first one provably never left. */
export function mayAskAgain(call: OperationCall, error: unknown): boolean {
  if (!(error instanceof LegacyFailure) || error instanceof SignInFailed || error instanceof CircuitOpen) return false;
  if (error.kind !== 'UNAVAILABLE' && error.kind !== 'TIMEOUT') return false;
  return call.policy === 'read' || !error.mayHaveArrived;
}

function pause(milliseconds: number, { signal }: Deadline): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
