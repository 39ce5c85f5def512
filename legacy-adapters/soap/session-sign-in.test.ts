import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../platform/deadline.ts';
import { LegacyUnreachable } from '../../platform/errors.ts';
import { createSessionSignIn, SessionExpired, SignInRefused } from './session-sign-in.ts';

const call = () => ({ deadline: createDeadline(5_000), traceId: 'test' });
const usual = { system: 'core', loginDeadlineMs: 1_000, refusedPauseMs: 60_000 };

/** A legacy system that numbers its sessions and knows which are alive. */
function createSystem() {
  let logins = 0;
  const alive = new Set<string>();
  return {
    get logins() {
      return logins;
    },
    expireAll: () => alive.clear(),
    login: async () => {
      logins += 1;
      const id = `session-${logins}`;
      await Promise.resolve();
      alive.add(id);
      return id;
    },
    use: async (session: string) => {
      await Promise.resolve();
      if (!alive.has(session)) throw new SessionExpired();
      return session;
    },
  };
}

describe('one session for many calls', () => {
  it('is opened once, however many calls come first', async () => {
    const system = createSystem();
    const signIn = createSessionSignIn({ ...usual, login: system.login });
    const used = await Promise.all(Array.from({ length: 100 }, () => signIn.run(call(), system.use)));
    expect([new Set(used).size, system.logins]).toEqual([1, 1]);
  });

  it('is opened once more when 100 calls find it dead', async () => {
    const system = createSystem();
    const signIn = createSessionSignIn({ ...usual, login: system.login });
    await signIn.run(call(), system.use);
    system.expireAll();
    await Promise.all(Array.from({ length: 100 }, () => signIn.run(call(), system.use)));
    expect(system.logins).toBe(2);
  });

  it('is not thrown away by a call of an older generation that fails late', async () => {
    const system = createSystem();
    const signIn = createSessionSignIn({ ...usual, login: system.login });
    let failLate: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      failLate = resolve;
    });
    let attempts = 0;
    const slow = signIn.run(call(), async (session) => {
      attempts += 1;
      if (attempts > 1) return session;
      await late;
      throw new SessionExpired();
    });
    await Promise.resolve();
    system.expireAll();
    await signIn.run(call(), system.use);
    failLate();
    expect(await slow).toBe('session-2');
    expect(system.logins).toBe(2);
  });

  it('is left alone by any other failure', async () => {
    const system = createSystem();
    const signIn = createSessionSignIn({ ...usual, login: system.login });
    const fail = () => Promise.reject(new LegacyUnreachable('core', 'LEGACY_TIMEOUT', 'late'));
    await expect(signIn.run(call(), fail)).rejects.toMatchObject({ code: 'LEGACY_TIMEOUT' });
    await signIn.run(call(), system.use);
    expect(system.logins).toBe(1);
  });

  it('that dies at once twice is given up, and the next call starts afresh', async () => {
    const system = createSystem();
    const signIn = createSessionSignIn({ ...usual, login: system.login });
    const dead = () => Promise.reject(new SessionExpired());
    await expect(signIn.run(call(), dead)).rejects.toMatchObject({ code: 'LEGACY_UNAVAILABLE' });
    expect(system.logins).toBe(2);
    expect(await signIn.run(call(), system.use)).toBe('session-3');
  });

  it('is not asked for again for a while once it has been refused, so that nobody is locked out', async () => {
    let logins = 0;
    const login = async () => {
      logins += 1;
      throw new SignInRefused();
    };
    const signIn = createSessionSignIn({ ...usual, login });
    for (let round = 0; round < 10; round += 1)
      await expect(signIn.run(call(), async () => 1)).rejects.toMatchObject({ code: 'LEGACY_UNAVAILABLE' });
    expect(logins).toBe(1);
  });

  it('is still opened for the others when the first caller gives up', async () => {
    let open: (id: string) => void = () => undefined;
    const signIn = createSessionSignIn({ ...usual, login: () => new Promise((resolve) => (open = resolve)) });
    const hasty = signIn.run({ deadline: createDeadline(20), traceId: 'hasty' }, async (session) => session);
    const patient = signIn.run(call(), async (session) => session);
    await expect(hasty).rejects.toMatchObject({ code: 'LEGACY_TIMEOUT' });
    open('session-1');
    expect(await patient).toBe('session-1');
  });
});
