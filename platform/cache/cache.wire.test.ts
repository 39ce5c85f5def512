import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cache } from './cache.ts';
import { testRedisUrl } from './environment.ts';
import { createMissedDeletes } from './missed-deletes.ts';
import { createFlakyWay, redis, testCaches } from './testkit.ts';

const eventually = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const minuteMs = 60_000;

for (const subject of testCaches()) {
  describe.skipIf(subject.missing !== undefined)(`the cache over ${subject.title}`, () => {
    let cache: Cache;
    beforeAll(async () => {
      cache = subject.open();
      await cache.start();
      await eventually(() => expect(cache.isShared()).toBe(true));
    });
    afterAll(() => cache.stop());

    it('keeps a value for its time, and forgets one that is deleted', async () => {
      await cache.set('rate', { buy: '41.20' }, minuteMs);
      expect(await cache.get('rate')).toEqual({ buy: '41.20' });
      await cache.delete('rate');
      expect(await cache.get('rate')).toBeUndefined();
      await cache.set('short', 1, 20);
      await eventually(async () => expect(await cache.get('short')).toBeUndefined());
    });

    it('loads once for many who ask at once, and again when it is forgotten', async () => {
      let loads = 0;
      const load = async () => ({ n: ++loads });
      const all = await Promise.all(Array.from({ length: 20 }, () => cache.remember('loaded', minuteMs, load)));
      expect(all).toEqual(Array.from({ length: 20 }, () => ({ n: 1 })));
      expect(await cache.remember('loaded', minuteMs, load)).toEqual({ n: 1 });
      await cache.delete('loaded');
      expect(await cache.remember('loaded', minuteMs, load)).toEqual({ n: 2 });
    });

    it('keeps nothing that was deleted while it was loaded', async () => {
      const begun = Promise.withResolvers<void>();
      const go = Promise.withResolvers<string>();
      const asked = cache.remember('raced', minuteMs, async () => {
        begun.resolve();
        return go.promise;
      });
      await begun.promise;
      await cache.delete('raced');
      go.resolve('old');
      expect(await asked).toBe('old');
      expect(await cache.get('raced')).toBeUndefined();
    });

    it('keeps nothing of a load that failed', async () => {
      await expect(cache.remember('failed', minuteMs, () => Promise.reject(new Error('no core')))).rejects.toThrow('no core');
      expect(await cache.remember('failed', minuteMs, async () => 'now')).toBe('now');
    });

    it('counts in windows', async () => {
      const counts = await Promise.all(Array.from({ length: 5 }, () => cache.count('log-in:1', 3_600_000)));
      expect(counts.sort()).toEqual([1, 2, 3, 4, 5]);
      expect(await cache.count('log-in:2', 3_600_000)).toBe(1);
    });

    it('refuses a key that is none, and does not keep what is too long', async () => {
      await expect(cache.get('with space')).rejects.toThrow('visible characters');
      await cache.set('long', 'kept', minuteMs);
      await cache.set('long', 'x'.repeat(100_001), minuteMs);
      expect(await cache.get('long')).toBeUndefined();
      await expect(cache.set('ever', 1, 86_400_000)).rejects.toThrow('is kept for 1 to');
    });

    it('wakes whoever listens', async () => {
      let woken = 0;
      cache.onWake('topic', () => {
        woken += 1;
      });
      await eventually(() => {
        cache.wake('topic');
        expect(woken).toBeGreaterThan(0);
      });
    });
  });
}

describe.skipIf(testRedisUrl === undefined)(`the cache of several processes over ${redis().title}`, () => {
  const open: { stop(): Promise<void> | void }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each.stop();
  });

  async function start(cache: Cache): Promise<Cache> {
    open.push(cache);
    await cache.start();
    return cache;
  }
  async function twoNodes() {
    const namespace = `test-${crypto.randomUUID()}`;
    const way = await createFlakyWay(testRedisUrl ?? '');
    open.push({ stop: way.close });
    const steady = await start(redis(testRedisUrl, namespace).open());
    const flaky = await start(redis(way.url, namespace).open());
    await eventually(() => expect([steady.isShared(), flaky.isShared()]).toEqual([true, true]));
    return { steady, flaky, way, namespace };
  }

  it('shares values, counts and hints', async () => {
    const { steady, flaky } = await twoNodes();
    await steady.set('shared', 1, minuteMs);
    expect(await flaky.get('shared')).toBe(1);
    await steady.count('tries', 3_600_000);
    expect(await flaky.count('tries', 3_600_000)).toBe(2);
    let woken = 0;
    flaky.onWake('topic', () => {
      woken += 1;
    });
    await eventually(() => {
      steady.wake('topic');
      expect(woken).toBeGreaterThan(0);
    });
  });

  it.each(['cut', 'silent'] as const)(
    'goes on without Redis where the way to it is %s, and never reads what was deleted meanwhile',
    async (mode) => {
      const { steady, flaky, way } = await twoNodes();
      await flaky.set('limit', 'old', minuteMs);
      way.set(mode);
      const from = performance.now();
      expect(await flaky.remember('limit', minuteMs, async () => 'from the core')).toBe('from the core');
      await flaky.delete('limit');
      expect(await flaky.get('limit')).toBeUndefined();
      for (let n = 1; n <= 3; n += 1) expect(await flaky.count('tries', 3_600_000)).toBe(n);
      expect(performance.now() - from).toBeLessThan(1_500);
      expect(await steady.get('limit')).toBe('old');
      way.set('through');
      await eventually(async () => {
        expect(await flaky.get('limit')).toBeUndefined();
        expect(flaky.isShared()).toBe(true);
      });
      await eventually(async () => expect(await steady.get('limit')).toBeUndefined());
    },
  );

  it('answers, whatever the way does, while it comes and goes', async () => {
    const { flaky, way } = await twoNodes();
    for (let round = 0; round < 10; round += 1) {
      way.set(round % 2 === 0 ? 'cut' : 'through');
      const asked = Array.from({ length: 20 }, (_, n) => flaky.remember(`value-${n}`, minuteMs, async () => n));
      expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    }
  });

  it('counts no fewer after Redis was flushed', async () => {
    const { flaky, namespace } = await twoNodes();
    for (let n = 1; n <= 3; n += 1) await flaky.count('tries', 3_600_000);
    const client = createClient({ url: testRedisUrl ?? '' });
    await client.connect();
    for await (const keys of client.scanIterator({ MATCH: `${namespace}:*` })) if (keys.length > 0) await client.unlink(keys);
    client.destroy();
    expect(await flaky.count('tries', 3_600_000)).toBe(4);
  });

  it('starts while Redis is unavailable', async () => {
    const cache = await start(redis('redis://127.0.0.1:1').open());
    expect(await cache.remember('value', minuteMs, async () => 7)).toBe(7);
    expect(cache.isShared()).toBe(false);
  });
});

it('lets all values go where it cannot remember all that it has missed', async () => {
  const missed = createMissedDeletes();
  for (let n = 0; n < 10_001; n += 1) missed.add(`key-${n}`);
  expect(missed.has('any')).toBe(true);
  let all = 0;
  await missed.carryOut({ unlink: async () => undefined, unlinkAll: async () => ++all });
  expect([all, missed.has('any')]).toEqual([1, false]);
});
