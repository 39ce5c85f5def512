import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

const ours = Date.parse('2026-11-24T10:00:00Z');
const minuteMs = 60_000;
const answer = (headers: Readonly<Record<string, string>>) => ({ status: 200, headers, bytes: Buffer.alloc(0) });
const told = (differenceMs: number) => answer({ date: new Date(ours + differenceMs).toUTCString() });
const createClock = (options = {}) => createServerClock({ wallClock: () => ours, ...options });

describe("the server's clock", () => {
  it('is ours until an answer has told another time', () => {
    const clock = createClock();
    expect([clock.offsetMs, clock.now()]).toEqual([0, new Date(ours)]);
  });

  it.each([10 * minuteMs, -10 * minuteMs, 15 * minuteMs, -15 * minuteMs, 3_000, -3_000])('is believed to be %i ms off', (differenceMs) => {
    const clock = createClock();
    clock.observe(told(differenceMs));
    expect([clock.offsetMs, clock.now()]).toEqual([differenceMs, new Date(ours + differenceMs)]);
  });

  it.each([2_000, -2_000])('is not off by %i ms: an answer takes that long to come', (differenceMs) => {
    const clock = createClock();
    clock.observe(told(10 * minuteMs));
    clock.observe(told(differenceMs));
    expect(clock.offsetMs).toBe(0);
  });

  it.each([15 * minuteMs + 1_000, -15 * minuteMs - 1_000])('is not believed %i ms off: nobody signs that header', (differenceMs) => {
    const clock = createClock();
    clock.observe(told(minuteMs));
    clock.observe(told(differenceMs));
    expect(clock.offsetMs).toBe(minuteMs);
  });

  it('is believed as far off as was asked for', () => {
    const clock = createClock({ offsetMaxMs: minuteMs });
    clock.observe(told(2 * minuteMs));
    expect(clock.offsetMs).toBe(0);
  });

  it.each([{}, { date: 'yesterday' }, { date: '' }])('is not told by %j', (headers) => {
    const clock = createClock();
    clock.observe(told(minuteMs));
    clock.observe(answer(headers));
    expect(clock.offsetMs).toBe(minuteMs);
  });

  it('goes on with ours, which is the one on the wall unless given', () => {
    const before = Date.now();
    expect(createServerClock().now().getTime()).toBeGreaterThanOrEqual(before);
    expect(createServerClock().now().getTime()).toBeLessThan(before + minuteMs);
  });
});
