import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../platform/deadline.ts';
import { AuthExpired, LegacyUnreachable } from '../../../platform/errors.ts';
import type { Errand } from '../call.ts';
import { createSessionLogin, LoginRefused } from './session-login.ts';
import type { Credentials } from './sign-in.ts';

const errand = (policy: Errand['policy'] = 'read', durationMs = 5_000): Errand => ({
  deadline: createDeadline(durationMs),
  traceId: 'test',
  operation: 'Ask',
  policy,
});
const usual = {
  system: 'core',
  loginDeadlineMs: 1_000,
  refusedPauseMs: 60_000,
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
    const used = await Promise.all(Array.from({ length: 100 }, () => signIn.run(errand(), system.use)));
    expect([new Set(used).size, system.logins]).toEqual([1, 1]);
  });

  it('is opened once more when 100 calls find it dead', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    await signIn.run(errand(), system.use);
    system.expireAll();
    await Promise.all(Array.from({ length: 100 }, () => signIn.run(errand(), system.use)));
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
    const slow = signIn.run(errand(), async (credentials) => {
      attempts += 1;
      if (attempts > 1) return sessionOf(credentials);
      await late;
      throw new AuthExpired('core', 'no session', { mayHaveArrived: false });
    });
    await Promise.resolve();
    system.expireAll();
    await signIn.run(errand(), system.use);
    failLate();
    expect(await slow).toBe('session-2');
    expect(system.logins).toBe(2);
  });

  it('is left alone by any other failure', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    const fail = () => Promise.reject(new LegacyUnreachable('core', 'LEGACY_TIMEOUT', 'late'));
    await expect(signIn.run(errand(), fail)).rejects.toMatchObject({ code: 'LEGACY_TIMEOUT' });
    await signIn.run(errand(), system.use);
    expect(system.logins).toBe(1);
  });

  it('that dies at once twice is given up, and the next call starts afresh', async () => {
    const system = createSystem();
    const signIn = createSessionLogin({ ...usual, login: system.login });
    const dead = () => Promise.reject(new AuthExpired('core', 'no session', { mayHaveArrived: false }));
    await expect(signIn.run(errand(), dead)).rejects.toMatchObject({ code: 'LEGACY_UNAVAILABLE' });
    expect(system.logins).toBe(2);
    expect(await signIn.run(errand(), system.use)).toBe('session-3');
  });

  it('is not asked for again for a while once it has been refused, so that nobody is locked out', async () => {
    let logins = 0;
    const login = async () => {
      logins += 1;
      throw new LoginRefused();
    };
    const signIn = createSessionLogin({ ...usual, login });
    for (let round = 0; round < 10; round += 1)
      await expect(signIn.run(errand(), async () => 1)).rejects.toMatchObject({ code: 'LEGACY_UNAVAILABLE' });
    expect(logins).toBe(1);
  });

  it('is still opened for the others when the first caller gives up', async () => {
    let open: (id: string) => void = () => undefined;
    const signIn = createSessionLogin({ ...usual, login: () => new Promise((resolve) => (open = resolve)) });
    const hasty = signIn.run(errand('read', 20), async (credentials) => sessionOf(credentials));
    const patient = signIn.run(errand(), async (credentials) => sessionOf(credentials));
    await expect(hasty).rejects.toMatchObject({ code: 'LEGACY_TIMEOUT' });
    open('session-1');
    expect(await patient).toBe('session-1');
  });
});
