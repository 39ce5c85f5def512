import { BrokenCircuitError, CircuitState, ConstantBackoff, circuitBreaker, handleWhen } from 'cockatiel';
import { LegacyFailure, LegacyUnreachable, SignInFailed } from '#platform/errors.ts';
import { createFailureWindow } from './failure-window.ts';
import type { Policies } from './policies.ts';

/** The system was failing and is left alone for a while; nothing was sent. */
export class CircuitOpen extends LegacyUnreachable {
  constructor(system: string) {
    super(system, 'UPSTREAM_UNAVAILABLE', 'was failing and is left alone for a while', { mayHaveArrived: false });
  }
}

export type CircuitStateName = 'closed' | 'half-open' | 'open';

export interface Circuit {
  readonly state: CircuitStateName;
  /** `forgives` says of a failure that it does not count, whatever it is. */
  run<Result>(attempt: () => Promise<Result>, forgives?: () => boolean): Promise<Result>;
}

/** Carries a failure past cockatiel, which then takes it for none. */
class Forgiven {
  readonly failure: unknown;

  constructor(failure: unknown) {
    this.failure = failure;
  }
}

/**
 * Stops asking a system that fails, and tries it with one call after a while. The states are cockatiel's. The time is kept here,
 * on the monotonic clock, because cockatiel's own clock is the wall's: a clock set back would keep a circuit open.
 */
export function createCircuit(system: string, policies: Policies, now: () => number = () => performance.now()): Circuit {
  let openedAt = 0;
  const breaker = circuitBreaker(
    handleWhen((error) => isTrouble(system, error)),
    { breaker: createFailureWindow(policies, now), halfOpenAfter: new ConstantBackoff(Number.NEGATIVE_INFINITY) },
  );
  breaker.onBreak(() => {
    openedAt = now();
  });

  return {
    get state() {
      return breaker.state === CircuitState.Closed ? 'closed' : breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
    },
    async run(attempt, forgives = () => false) {
      // While one call tries, the others are rejected: cockatiel would let them wait for its end, past their deadlines.
      if (breaker.state === CircuitState.HalfOpen) throw new CircuitOpen(system);
      if (breaker.state === CircuitState.Open && now() - openedAt < policies.openMs) throw new CircuitOpen(system);
      try {
        return await breaker.execute(() =>
          attempt().catch((error: unknown) => {
            // The one call that tries must end in success: nothing else closes the circuit.
            throw breaker.state === CircuitState.Closed && forgives() ? new Forgiven(error) : error;
          }),
        );
      } catch (error) {
        if (error instanceof Forgiven) throw error.failure;
        throw error instanceof BrokenCircuitError ? new CircuitOpen(system) : error;
      }
    },
  };
}

/**
 * What counts against a system: that it was unavailable, failed inside or was late. Not that it refused, nor that we could not sign in;
 * and not an answer that cannot be read, which is a matter of one operation and comes fast.
 */
function isTrouble(system: string, error: unknown): boolean {
  if (!(error instanceof LegacyFailure) || error.system !== system || error instanceof SignInFailed) return false;
  return error.kind === 'UNAVAILABLE' || error.kind === 'TIMEOUT';
}
