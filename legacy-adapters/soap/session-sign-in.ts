import type { Deadline } from '../../platform/deadline.ts';
import { createDeadline } from '../../platform/deadline.ts';
import { LegacyUnreachable } from '../../platform/errors.ts';
import type { Call } from './call.ts';

/** The legacy system says, without a doubt, that the session is dead and that the call was not executed. */
export class SessionExpired extends Error {
  override readonly name = 'SessionExpired';
}

/** The legacy system refused our user or password. Trying again at once would lock the user out. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

export interface SessionSignInOptions {
  readonly system: string;
  /** Opens a session and answers with its id. Throws SignInRefused when the credentials are wrong. */
  readonly login: (call: Call) => Promise<string>;
  readonly loginDeadlineMs: number;
  /** After a refused sign-in no other is tried for this long, so that a wrong password locks nobody out. */
  readonly refusedPauseMs: number;
}

export interface SessionSignIn {
  /** Runs `operation` in a live session. When it throws SessionExpired, it is run once more in a new session. */
  run<Result>(call: Call, operation: (session: string) => Promise<Result>): Promise<Result>;
  /** The session that is open now, given up by this call: for a log-out at the end. */
  release(): string | undefined;
}

interface Session {
  readonly id: string;
  readonly generation: number;
}

/**
 * One shared session to a system that signs in by Login(user, password).
 *
 * A sign-in is single-flight: however many calls need a session, one Login is sent. Each session has a generation, and a
 * failed call may only end the generation that it ran in, so that a late failure cannot throw away a fresh session.
 */
export function createSessionSignIn(options: SessionSignInOptions): SessionSignIn {
  let current: Session | undefined;
  let signingIn: Promise<Session> | undefined;
  let generation = 0;
  let refusedUntil = 0;

  function session(call: Call): Promise<Session> {
    if (current !== undefined) return Promise.resolve(current);
    if (performance.now() < refusedUntil) return Promise.reject(refused());
    signingIn ??= signIn(call.traceId).finally(() => {
      signingIn = undefined;
    });
    return withinDeadline(signingIn, call.deadline);
  }

  /** Has a deadline of its own: the caller who happened to be first must not fail the others by giving up. */
  async function signIn(traceId: string): Promise<Session> {
    try {
      const id = await options.login({ deadline: createDeadline(options.loginDeadlineMs), traceId });
      generation += 1;
      current = { id, generation };
      return current;
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      refusedUntil = performance.now() + options.refusedPauseMs;
      throw refused(error);
    }
  }

  function refused(cause?: Error): LegacyUnreachable {
    return new LegacyUnreachable(options.system, 'LEGACY_UNAVAILABLE', 'sign-in is refused: check the user and password', { cause });
  }

  function withinDeadline<Result>(promise: Promise<Result>, deadline: Deadline): Promise<Result> {
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(new LegacyUnreachable(options.system, 'LEGACY_TIMEOUT', 'no session in time'));
      if (deadline.signal.aborted) return onAbort();
      deadline.signal.addEventListener('abort', onAbort, { once: true });
      promise.then(resolve, reject).finally(() => deadline.signal.removeEventListener('abort', onAbort));
    });
  }

  async function run<Result>(call: Call, operation: (session: string) => Promise<Result>): Promise<Result> {
    const first = await session(call);
    try {
      return await operation(first.id);
    } catch (error) {
      if (!(error instanceof SessionExpired)) throw error;
      if (current?.generation === first.generation) current = undefined;
    }
    const second = await session(call);
    try {
      return await operation(second.id);
    } catch (error) {
      if (!(error instanceof SessionExpired)) throw error;
      if (current?.generation === second.generation) current = undefined;
      throw new LegacyUnreachable(options.system, 'LEGACY_UNAVAILABLE', 'a fresh session expired at once', { cause: error });
    }
  }

  return {
    run,
    release: () => {
      const id = current?.id;
      current = undefined;
      return id;
    },
  };
}
