import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthExpired, LegacyUnreachable } from '#platform/errors.ts';
import { createLockOutGuard } from './lock-out-guard.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const minuteMs = 60_000;
const refused = () => Promise.reject(new AuthExpired('core', 'wrong password'));
const unreachable = () => Promise.reject(new LegacyUnreachable('core', 'UPSTREAM_TIMEOUT', 'late'));
const notTried = { name: 'SignInFailed' };

function createGuard(options: { readonly refusalsMax?: number; readonly refusedPauseMs?: number } = {}) {
  const guard = createLockOutGuard({ system: 'core', ...options });
  let sent = 0;
  return {
    get sent() {
      return sent;
    },
    call: (attempt: () => Promise<string>) =>
      guard.run(() => {
        sent += 1;
        return attempt();
      }),
    async refuse(times: number) {
      for (let time = 0; time < times; time += 1) await expect(this.call(refused)).rejects.toBeInstanceOf(AuthExpired);
    },
  };
}

describe('a password that is refused', () => {
  it('is sent three times in a row and then not for half a minute', async () => {
    const guard = createGuard();
    await guard.refuse(3);
    vi.advanceTimersByTime(29_999);
    await expect(guard.call(async () => 'in')).rejects.toMatchObject({
      ...notTried,
      message: expect.stringContaining('not tried again for a while'),
    });
    expect(guard.sent).toBe(3);
    vi.advanceTimersByTime(1);
    expect(await guard.call(async () => 'in')).toBe('in');
  });

  it('is left alone for twice as long after each refusal more, up to a quarter of an hour', async () => {
    const guard = createGuard({ refusalsMax: 1, refusedPauseMs: minuteMs });
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      await guard.refuse(1);
      vi.advanceTimersByTime(minutes * minuteMs - 1);
      await expect(guard.call(refused)).rejects.toMatchObject(notTried);
      vi.advanceTimersByTime(1);
    }
    expect(guard.sent).toBe(6);
  });

  it('is forgotten once it has been taken: neither refusals nor pauses add up', async () => {
    const guard = createGuard({ refusalsMax: 2, refusedPauseMs: minuteMs });
    await guard.refuse(2);
    vi.advanceTimersByTime(minuteMs);
    await guard.call(async () => 'in');
    await guard.refuse(1);
    expect(await guard.call(async () => 'in')).toBe('in');
    await guard.refuse(2);
    vi.advanceTimersByTime(minuteMs);
    expect(await guard.call(async () => 'in')).toBe('in');
  });

  it('is not a system that cannot be reached, which says nothing of the password', async () => {
    const guard = createGuard({ refusalsMax: 2 });
    for (let time = 0; time < 5; time += 1) await expect(guard.call(unreachable)).rejects.toBeInstanceOf(LegacyUnreachable);
    expect(guard.sent).toBe(5);
  });

  it('of calls that were under way together, lengthens the pause once', async () => {
    const guard = createGuard({ refusalsMax: 1, refusedPauseMs: minuteMs });
    const together = [guard.call(refused), guard.call(refused), guard.call(refused)];
    expect((await Promise.allSettled(together)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(guard.sent).toBe(3);
    vi.advanceTimersByTime(minuteMs);
    await guard.refuse(1);
    vi.advanceTimersByTime(2 * minuteMs);
    expect(await guard.call(async () => 'in')).toBe('in');
  });
});
