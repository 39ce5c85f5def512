import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BulkheadFull, createBulkhead } from './bulkhead.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const options = { callsMax: 2, waitingMax: 2, waitMsMax: 1_000 };

/** Calls that end when the test says so. */
function calls() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  return {
    begun,
    call: (name: string) => () => {
      const end = Promise.withResolvers<void>();
      begun.push(name);
      ends.set(name, end);
      return end.promise;
    },
    end: async (name: string) => {
      ends.get(name)?.resolve();
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (name: string) => {
      ends.get(name)?.reject(new Error(name));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

it('lets so many in at once, and the next in the order in which they came, whether a call ends well or not', async () => {
  const { begun, call, end, fail } = calls();
  const { run } = createBulkhead(options);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => run(call(name)));
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(['a', 'b']);
  const failed = expect(b).rejects.toThrow('b');
  await fail('b');
  await failed;
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  await end('c');
  await end('d');
  await Promise.all([a, c, d]);
  const again = run(call('e'));
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toContain('e');
  await end('e');
  await again;
});

it('rejects at once whoever is too many, and in time whoever gets no place, and gives the place to the next', async () => {
  const { begun, call, end } = calls();
  const { run } = createBulkhead(options);
  void run(call('a'));
  void run(call('b'));
  const c = run(call('c'));
  await vi.advanceTimersByTimeAsync(400);
  const d = run(call('d'));
  await expect(run(call('e'))).rejects.toThrow(BulkheadFull);
  const late = expect(c).rejects.toThrow(BulkheadFull);
  await vi.advanceTimersByTimeAsync(600);
  await late;
  await end('a');
  expect(begun).toEqual(['a', 'b', 'd']);
  await end('d');
  await d;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(begun).toEqual(['a', 'b', 'd']);
});
