import { describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { AuthExpired, LegacyUnreachable } from '#platform/errors.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import type { OperationCall } from '../call.ts';
import { createSessionLogin, LoginRefused } from './session-login.ts';
import type { Credentials } from './sign-in.ts';

const operationCall = (policy: OperationCall['policy'] = 'read', durationMs = 5_000): OperationCall => ({
  deadline: createDeadline(durationMs),
  trace: unrecorded(),
  operation: 'Ask',
  policy,
});
const usual = {
  system: 'core',
  loginDeadlineMs: 1_000,
  refusedPauseMs: 60_000,
  secrets: [],
  credentials: (session: string): Credentials => ({ headers: { session } }),
};
const sessionOf = ({ headers }: Credentials) => headers?.session ?? '';

/** A legacy system that numbers its sessions and knows which are alive. */
function createSystem() {
  let logins = 0;
  const alive = new Set<string>();
  return {
    get logins() {
      return logins;
    },
    expireAll: () => alive.clear(),
    expire: (id: string) => alive.delete(id),
    login: async () => {
      logins += 1;
      const id = `session-${logins}`;
      await Promise.resolve();
      alive.add(id);
      return id;
    },
    use: async (credentials: Credentials) => {
      const session = sessionOf(credentials);
      await Promise.resolve();
      if (!alive.has(session)) throw new AuthExpired('core', 'no session', { mayHaveArrived: false });
      return session;
    },
  };
}

describe('one session for many calls', () => {
  it('is opened once, however many calls come first', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    const used = await Promise.all(Array.from({ length: 100 }, () => signIn.run(operationCall(), system.use)));
    expect([new Set(used).size, system.logins]).toEqual([1, 1]);
  });

  it('is opened once more when 100 calls find it dead', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    await signIn.run(operationCall(), system.use);
    system.expireAll();
    await Promise.all(Array.from({ length: 100 }, () => signIn.run(operationCall(), system.use)));
    expect(system.logins).toBe(2);
  });

  it('is not thrown away by a call of an older generation that fails late', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    let failLate: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      failLate = resolve;
    });
    let attempts = 0;
    const slow = signIn.run(operationCall(), async (credentials) => {
      attempts += 1;
      if (attempts > 1) return sessionOf(credentials);
      await late;
      throw new AuthExpired('core', 'no session', { mayHaveArrived: false });
    });
    await Promise.resolve();
    system.expireAll();
    await signIn.run(operationCall(), system.use);
    failLate();
    expect(await slow).toBe('session-2');
    expect(system.logins).toBe(2);
  });

  it('is left alone by any other failure', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    const fail = () => Promise.reject(new LegacyUnreachable('core', 'UPSTREAM_TIMEOUT', 'late'));
    await expect(signIn.run(operationCall(), fail)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await signIn.run(operationCall(), system.use);
    expect(system.logins).toBe(1);
  });

  it('that dies at once twice is given up, and the next call starts afresh', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    const dead = () => Promise.reject(new AuthExpired('core', 'no session', { mayHaveArrived: false }));
    await expect(signIn.run(operationCall(), dead)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(system.logins).toBe(2);
    expect(await signIn.run(operationCall(), system.use)).toBe('session-3');
  });

  it('is not asked for again for a while once it has been refused, so that nobody is locked out', async () => {
    let logins = 0;
    const login = async () => {
      logins += 1;
      throw new LoginRefused();
    };
    const signIn = createSessionLogin({ ...usual, login });
    for (let round = 0; round < 10; round += 1)
      await expect(signIn.run(operationCall(), async () => 1)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(logins).toBe(1);
  });

  it('is still opened for the others when the first caller gives up', async () => {
    let open: (id: string) => void = () => undefined;
    const signIn = createSessionLogin({ ...usual, login: () => new Promise((resolve) => (open = resolve)) });
    const hasty = signIn.run(operationCall('read', 20), async (credentials) => sessionOf(credentials));
    const patient = signIn.run(operationCall(), async (credentials) => sessionOf(credentials));
    await expect(hasty).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    open('session-1');
    expect(await patient).toBe('session-1');
  });
});

describe('a pool of sessions that each do one thing at a time', () => {
  const narrow = { ...usual, sessionsMax: 3, callsPerSessionMax: 1 };

  /** Calls that stay in their sessions until they are let go. */
  function createHolder() {
    const inside: { readonly session: string; readonly leave: () => void }[] = [];
    const stay = (credentials: Credentials) =>
      new Promise<string>((resolve) => inside.push({ session: sessionOf(credentials), leave: () => resolve(sessionOf(credentials)) }));
    return { inside, stay };
  }

  it('opens as many as are needed and no more, and never puts two calls into one', async () => {
    const system = createSystem();
    const { inside, stay } = createHolder();
    const signIn = createSessionLogin({ ...narrow, login: system.login });
    const calls = Array.from({ length: 10 }, () => signIn.run(operationCall(), stay));
    for (let left = 10; left > 0; left -= 1) {
      await expect.poll(() => inside.length).toBe(Math.min(3, left));
      expect(new Set(inside.map(({ session }) => session)).size).toBe(inside.length);
      inside.shift()?.leave();
    }
    expect(new Set(await Promise.all(calls)).size).toBe(3);
    expect(system.logins).toBe(3);
  });

  it('opens one where one is enough', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...narrow, login: system.login });
    for (let round = 0; round < 5; round += 1) await signIn.run(operationCall(), system.use);
    expect(system.logins).toBe(1);
  });

  it('replaces the dead ones only', async () => {
    const system = createSystem();
    const { inside, stay } = createHolder();
    const signIn = createSessionLogin({ ...narrow, login: system.login });
    const calls = [signIn.run(operationCall(), stay), signIn.run(operationCall(), stay)];
    await expect.poll(() => inside.length).toBe(2);
    const [one, two] = inside;
    one?.leave();
    await calls[0];
    system.expire(one?.session ?? '');
    expect(await signIn.run(operationCall(), system.use)).toBe('session-3');
    two?.leave();
    await calls[1];
    system.expire('session-3');
    expect(await signIn.run(operationCall(), system.use)).toBe(two?.session);
    expect(system.logins).toBe(3);
  });

  it('gives no place to one who has given up waiting', async () => {
    const system = createSystem();
    const { inside, stay } = createHolder();
    const signIn = createSessionLogin({ ...narrow, sessionsMax: 1, login: system.login });
    const first = signIn.run(operationCall(), stay);
    await expect.poll(() => inside.length).toBe(1);
    await expect(signIn.run(operationCall('read', 20), stay)).rejects.toMatchObject({ kind: 'TIMEOUT', mayHaveArrived: false });
    const third = signIn.run(operationCall(), stay);
    inside[0]?.leave();
    await first;
    await expect.poll(() => inside.length).toBe(2);
    inside[1]?.leave();
    expect(await third).toBe('session-1');
  });

  it('lets calls wait for an open session when another one cannot be opened', async () => {
    const system = createSystem();
    const { inside, stay } = createHolder();
    let unavailable = false;
    const login = () =>
      unavailable ? Promise.reject(new LegacyUnreachable('core', 'UPSTREAM_UNAVAILABLE', 'unavailable')) : system.login();
    const signIn = createSessionLogin({ ...narrow, login });
    const first = signIn.run(operationCall(), stay);
    await expect.poll(() => inside.length).toBe(1);
    unavailable = true;
    const second = signIn.run(operationCall(), stay);
    await expect.poll(() => signIn.tallies).toEqual([{ done: 1, refused: 0, failed: 1 }]);
    inside[0]?.leave();
    await first;
    await expect.poll(() => inside.length).toBe(2);
    inside[1]?.leave();
    expect(await second).toBe('session-1');
  });

  it('signs out of every one when it is closed, also of one that was just being opened', async () => {
    const system = createSystem();
    const { inside, stay } = createHolder();
    const ended: string[] = [];
    const logout = async (session: string) => void ended.push(session);
    let open = () => {};
    const slowly = new Promise<void>((resolve) => {
      open = resolve;
    });
    const login = async () => {
      const id = await system.login();
      if (id === 'session-2') await slowly;
      return id;
    };
    const signIn = createSessionLogin({ ...narrow, login, logout });
    const first = signIn.run(operationCall(), stay);
    await expect.poll(() => inside.length).toBe(1);
    const second = signIn.run(operationCall(), stay);
    inside[0]?.leave();
    await first;
    const closed = signIn.close();
    open();
    await closed;
    expect(ended.toSorted()).toEqual(['session-1', 'session-2']);
    inside[1]?.leave();
    await second;
    await expect(signIn.run(operationCall(), stay)).rejects.toMatchObject({ name: 'SignInFailed' });
  });
});

describe('a refused login', () => {
  it('is tried again after a pause that doubles, and heals by the first success', async () => {
    let logins = 0;
    const login = async () => {
      logins += 1;
      if (logins <= 2) throw new LoginRefused();
      return 'session';
    };
    const signIn = createSessionLogin({ ...usual, refusedPauseMs: 20, login });
    const startedAt = performance.now();
    await expect
      .poll(() => signIn.run(operationCall(), async (credentials) => sessionOf(credentials)).catch(() => 'refused'), { interval: 2 })
      .toBe('session');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(60);
    expect(logins).toBe(3);
    expect(signIn.tallies).toEqual([{ done: 1, refused: 2, failed: 0 }]);
  });
});

describe('a change', () => {
  it('is not made again in a new session when the old one does not prove that it was not carried out', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    const vague = new AuthExpired('core', 'no session');
    let made = 0;
    const pay = () => {
      made += 1;
      return Promise.reject(vague);
    };
    await expect(signIn.run(operationCall('change'), pay)).rejects.toBe(vague);
    expect(made).toBe(1);
    expect(await signIn.run(operationCall(), system.use)).toBe('session-2');
  });
});
