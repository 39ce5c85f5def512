import { AuthExpired, SignInFailed } from '#platform/errors.ts';

export interface LockOutGuardOptions {
  readonly system: string;
  /** So many refusals in a row, and nobody tries for a while. 3. */
  readonly refusalsMax?: number;
  /** That while at first; twice as long after each refusal more, up to 15 minutes. 30 s. */
  readonly refusedPauseMs?: number;
}

export interface LockOutGuard {
  /** Runs an attempt that carries a password, unless that has just been refused; then throws SignInFailed. */
  run<Result>(attempt: () => Promise<Result>): Promise<Result>;
}

const pauseMaxMs = 15 * 60_000;

/**
 * For strategies that send a password with each call: a wrong one must not be sent so often that the system locks us out. Calls
 * that were under way together when the first was refused have been sent all the same.
 */
export function createLockOutGuard(options: LockOutGuardOptions): LockOutGuard {
  const refusalsMax = options.refusalsMax ?? 3;
  let pauseMs = options.refusedPauseMs ?? 30_000;
  let refusals = 0;
  let pausedUntil = 0;

  return {
    async run(attempt) {
      if (performance.now() < pausedUntil) {
        throw new SignInFailed(options.system, 'our credentials were refused; not tried again for a while, so that nobody locks us out');
      }
      try {
        const result = await attempt();
        refusals = 0;
        pauseMs = options.refusedPauseMs ?? 30_000;
        return result;
      } catch (error) {
        if (!(error instanceof AuthExpired)) throw error;
        refusals += 1;
        if (refusals >= refusalsMax && performance.now() >= pausedUntil) {
          pausedUntil = performance.now() + pauseMs;
          pauseMs = Math.min(pauseMaxMs, pauseMs * 2);
        }
        throw error;
      }
    },
  };
}
