import { createDeadline, type Deadline } from '#platform/deadline.ts';
import { AuthExpired, LegacyUnreachable, SignInFailed } from '#platform/errors.ts';
import { type Span, unrecorded } from '#platform/telemetry/tracing.ts';
import type { Call } from '../call.ts';
import { type Credentials, type SignIn, type SignInTally, withRenewal } from './sign-in.ts';

/** The legacy system refused our user or password. Trying again at once would lock the user out. */
export class LoginRefused extends Error {
  override readonly name = 'LoginRefused';
}

export interface SessionLoginOptions {
  readonly system: string;
  /** Opens a session and answers with its id. Throws LoginRefused when the credentials are wrong. */
  readonly login: (call: Call) => Promise<string>;
  /** Ends a session. Its failures are nobody's concern. */
  readonly logout?: (session: string, call: Call) => Promise<void>;
  readonly loginDeadlineMs: number;
  /** How a session travels: in a SOAP header, a cookie, an HTTP header. */
  readonly credentials: (session: string) => Credentials;
  /** The password, and whatever else must not show in an error if the system sends it back. */
  readonly secrets: readonly string[];
  /** Sessions at once; 1 unless said otherwise. */
  readonly sessionsMax?: number;
  /** Calls at once in one session; 1 for a system whose sessions do one thing at a time, any number unless said otherwise. */
  readonly callsPerSessionMax?: number;
  /** After a refused login none is tried for this long, and twice as long after each further one, up to 15 minutes. */
  readonly refusedPauseMs?: number;
}

interface Session {
  readonly id: string;
  calls: number;
}

interface Waiter {
  readonly trace: Span;
  readonly take: (session: Session) => void;
  readonly fail: (error: unknown) => void;
}

const refusedPauseMaxMs = 15 * 60_000;
const logoutMs = 1_000;

/**
 * Sessions for a system that signs in by Login(user, password): a pool of them, from which each call leases one.
 *
 * A session is opened only when every open one is full, and never more logins are under way than calls wait for: a hundred
 * calls that need the one shared session send one Login. A failed call ends the very session that it ran in and no other, so that
 * a late failure cannot throw away a fresh one. Only AuthExpired ends a session; a time-out or a failure inside does not.
 */
export function createSessionLogin(options: SessionLoginOptions): SignIn {
  const { system } = options;
  const sessionsMax = options.sessionsMax ?? 1;
  const callsMax = options.callsPerSessionMax ?? Number.MAX_SAFE_INTEGER;
  const sessions = new Set<Session>();
  const waiting = new Set<Waiter>();
  const loggingIn = new Set<Promise<void>>();
  const tally: SignInTally = { done: 0, refused: 0, failed: 0 };
  let refusedUntil = 0;
  let refusedPauseMs = options.refusedPauseMs ?? 30_000;
  let closed = false;

  async function lease(call: Call): Promise<Session> {
    if (closed) throw new SignInFailed(system, 'is closed');
    if (call.deadline.signal.aborted) throw noSessionInTime();
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        trace: call.trace,
        take: (session) => {
          done();
          resolve(session);
        },
        fail: (error) => {
          done();
          reject(error);
        },
      };
      const onAbort = () => waiter.fail(noSessionInTime());
      const done = () => {
        waiting.delete(waiter);
        call.deadline.signal.removeEventListener('abort', onAbort);
      };
      call.deadline.signal.addEventListener('abort', onAbort, { once: true });
      waiting.add(waiter);
      serve();
    });
  }

  /** Gives places in open sessions to those who wait, and opens as many sessions as the rest of them needs. */
  function serve(): void {
    for (const waiter of waiting) {
      const session = leastBusy();
      if (session === undefined) break;
      session.calls += 1;
      waiter.take(session);
    }
    const [first] = waiting;
    if (first === undefined) return;
    if (performance.now() < refusedUntil) {
      if (sessions.size + loggingIn.size === 0) failAll(loginRefused());
      return;
    }
    while (loggingIn.size * callsMax < waiting.size && sessions.size + loggingIn.size < sessionsMax) logIn(first.trace);
  }

  function leastBusy(): Session | undefined {
    let found: Session | undefined;
    for (const session of sessions) if (session.calls < callsMax && session.calls < (found?.calls ?? callsMax)) found = session;
    return found;
  }

  function logIn(trace: Span): void {
    const attempt = openSession(trace).then(
      (session) => {
        loggingIn.delete(attempt);
        tally.done += 1;
        sessions.add(session);
        refusedPauseMs = options.refusedPauseMs ?? 30_000;
        serve();
      },
      (error: unknown) => {
        loggingIn.delete(attempt);
        // Whoever can still hope for a place in another session goes on waiting; the next call tries to log in again.
        if (sessions.size + loggingIn.size === 0) failAll(error);
      },
    );
    loggingIn.add(attempt);
  }

  /** Has a deadline of its own: the caller who happened to be first must not fail the others by giving up. */
  async function openSession(trace: Span): Promise<Session> {
    try {
      const id = await options.login({ deadline: createDeadline(options.loginDeadlineMs), trace });
      return { id, calls: 0 };
    } catch (error) {
      tally[error instanceof LoginRefused ? 'refused' : 'failed'] += 1;
      if (!(error instanceof LoginRefused)) throw error;
      refusedUntil = performance.now() + refusedPauseMs;
      refusedPauseMs = Math.min(refusedPauseMaxMs, refusedPauseMs * 2);
      throw loginRefused();
    }
  }

  function failAll(error: unknown): void {
    for (const waiter of waiting) waiter.fail(error);
  }

  function loginRefused(): SignInFailed {
    return new SignInFailed(system, 'the login is refused: check the user and the password');
  }

  function noSessionInTime(): LegacyUnreachable {
    return new LegacyUnreachable(system, 'UPSTREAM_TIMEOUT', 'no session in time', { mayHaveArrived: false });
  }

  async function inSession<Result>(session: Session, attempt: (credentials: Credentials) => Promise<Result>): Promise<Result> {
    try {
      return await attempt({ ...options.credentials(session.id), secrets: [session.id, ...options.secrets] });
    } catch (error) {
      if (error instanceof AuthExpired) sessions.delete(session);
      throw error;
    } finally {
      session.calls -= 1;
      serve();
    }
  }

  return {
    run: (call, attempt) =>
      withRenewal(
        system,
        call,
        () => lease(call),
        (session) => inSession(session, attempt),
      ),
    tallies: [tally],
    async close() {
      closed = true;
      failAll(new SignInFailed(system, 'is closed'));
      await Promise.allSettled(loggingIn);
      const open = [...sessions];
      sessions.clear();
      const deadline: Deadline = createDeadline(logoutMs);
      await Promise.allSettled(open.map(({ id }) => options.logout?.(id, { deadline, trace: unrecorded() })));
    },
  };
}
