import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { AuthExpired, LegacyUnreachable } from '#platform/errors.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import type { Call, OperationCall } from '../call.ts';
import { createSessionLogin, LoginRefused, type SessionLoginOptions } from './session-login.ts';
import type { Credentials } from './sign-in.ts';

const operationCall = (durationMs = 5_000): OperationCall => ({
  deadline: createDeadline(durationMs),
  trace: unrecorded(),
  operation: 'Ask',
  policy: 'read',
});
const minuteMs = 60_000;
const sessionOf = async ({ headers }: Credentials) => headers?.session ?? '';

function createSignIn(login: (call: Call) => Promise<string>, options: Partial<SessionLoginOptions> = {}) {
  let logins = 0;
  const signIn = createSessionLogin({
    system: 'core',
    loginDeadlineMs: 1_000,
    secrets: ['password-of-the-core'],
    credentials: (session) => ({ headers: { session } }),
    ...options,
    login: (call) => {
      logins += 1;
      return login(call);
    },
  });
  return { signIn, logins: () => logins };
}

describe('a login that is refused, with the pauses that hold unless others are asked for', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const refused = async () => {
    throw new LoginRefused();
  };
  const refusal = { name: 'SignInFailed', message: expect.stringContaining('check the user and the password') };

  it('is not sent again for half a minute, then a minute, and so on up to a quarter of an hour', async () => {
    const { signIn, logins } = createSignIn(refused);
    let expected = 0;
    for (const minutes of [0.5, 1, 2, 4, 8, 15, 15]) {
      await expect(signIn.run(operationCall(), sessionOf)).rejects.toMatchObject(refusal);
      expected += 1;
      vi.advanceTimersByTime(minutes * minuteMs - 1);
      await expect(signIn.run(operationCall(), sessionOf)).rejects.toMatchObject(refusal);
      expect(logins()).toBe(expected);
      vi.advanceTimersByTime(1);
    }
  });

  it('pauses for as short as at first once one has been taken', async () => {
    const outcomes = ['refused', 'refused', 'taken', 'refused', 'taken'];
    const { signIn, logins } = createSignIn(async () => {
      if (outcomes.shift() === 'refused') throw new LoginRefused();
      return 'session';
    });
    for (const minutes of [0.5, 1]) {
      await expect(signIn.run(operationCall(), sessionOf)).rejects.toMatchObject(refusal);
      vi.advanceTimersByTime(minutes * minuteMs);
    }
    const dies = () => Promise.reject(new AuthExpired('core', 'no session', { mayHaveArrived: false }));
    await expect(signIn.run(operationCall(), dies)).rejects.toMatchObject({ name: 'SignInFailed' });
    vi.advanceTimersByTime(0.5 * minuteMs);
    expect(await signIn.run(operationCall(), sessionOf)).toBe('session');
    expect(logins()).toBe(5);
  });

  it('leaves those alone who can still get a place in a session that is open', async () => {
    const outcomes = ['taken', 'refused'];
    const { signIn } = createSignIn(
      async () => {
        if (outcomes.shift() === 'refused') throw new LoginRefused();
        return 'session';
      },
      { sessionsMax: 2, callsPerSessionMax: 1 },
    );
    const inside = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const first = signIn.run(operationCall(), async (credentials) => {
      inside.resolve();
      await leave.promise;
      return sessionOf(credentials);
    });
    await inside.promise;
    const second = signIn.run(operationCall(), sessionOf);
    await expect.poll(() => signIn.tallies).toEqual([{ done: 1, refused: 1, failed: 0 }]);
    const third = signIn.run(operationCall(), sessionOf);
    leave.resolve();
    expect(await Promise.all([first, second, third])).toEqual(['session', 'session', 'session']);
  });
});

describe('a session', () => {
  it('whose login does not come through is tried again at once by the next call: nothing was refused', async () => {
    const outcomes = ['unreachable', 'taken'];
    const { signIn, logins } = createSignIn(async () => {
      if (outcomes.shift() === 'unreachable') throw new LegacyUnreachable('core', 'UPSTREAM_UNAVAILABLE', 'unreachable');
      return 'session';
    });
    await expect(signIn.run(operationCall(), sessionOf)).rejects.toMatchObject({ name: 'LegacyUnreachable' });
    expect(await signIn.run(operationCall(), sessionOf)).toBe('session');
    expect(logins()).toBe(2);
  });

  it('and the password are told to the call as secrets, so that no error shows them', async () => {
    const { signIn } = createSignIn(async () => 'session-1');
    expect(await signIn.run(operationCall(), async ({ secrets }) => secrets)).toEqual(['session-1', 'password-of-the-core']);
  });

  it('is opened within its own deadline and in the trace of who asked first', async () => {
    const call = operationCall();
    let seen: Call | undefined;
    const { signIn } = createSignIn(async (login) => {
      seen = login;
      return 'session';
    });
    await signIn.run(call, sessionOf);
    expect(seen?.trace).toBe(call.trace);
    expect(seen?.deadline.remainingMs()).toBeGreaterThan(0);
    expect(seen?.deadline.remainingMs()).toBeLessThanOrEqual(1_000);
  });

  it('is not opened for a call whose time has passed', async () => {
    const { signIn, logins } = createSignIn(async () => 'session');
    const caller = new AbortController();
    caller.abort();
    const late = { ...operationCall(), deadline: createDeadline(5_000, undefined, caller.signal) };
    await expect(signIn.run(late, sessionOf)).rejects.toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
    expect(logins()).toBe(0);
  });

  it('is taken by the one of several that has least to do', async () => {
    let opened = 0;
    const { signIn } = createSignIn(async () => `session-${++opened}`, { sessionsMax: 2, callsPerSessionMax: 2 });
    const leave = Promise.withResolvers<void>();
    const inside: string[] = [];
    const stay = async (credentials: Credentials) => {
      inside.push(await sessionOf(credentials));
      await leave.promise;
    };
    const calls = Array.from({ length: 4 }, () => signIn.run(operationCall(), stay));
    await expect.poll(() => inside.length).toBe(4);
    expect(inside.toSorted()).toEqual(['session-1', 'session-1', 'session-2', 'session-2']);
    leave.resolve();
    await Promise.all(calls);
  });

  it('is left to its own end where the system knows no logout, and else ended within a second, once', async () => {
    const without = createSignIn(async () => 'session');
    await without.signIn.run(operationCall(), sessionOf);
    await without.signIn.close();
    await expect(without.signIn.run(operationCall(), sessionOf)).rejects.toMatchObject({ message: expect.stringContaining('is closed') });

    const ended: { readonly session: string; readonly leftMs: number }[] = [];
    const logout = async (session: string, { deadline }: Call) => void ended.push({ session, leftMs: deadline.remainingMs() });
    const { signIn } = createSignIn(async () => 'session', { logout });
    await signIn.run(operationCall(), sessionOf);
    await signIn.close();
    await signIn.close();
    expect(ended.map(({ session }) => session)).toEqual(['session']);
    expect(ended[0]?.leftMs).toBeGreaterThan(0);
    expect(ended[0]?.leftMs).toBeLessThanOrEqual(1_000);
  });
});
