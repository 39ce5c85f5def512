import type { RawAnswer } from '../exchange.ts';

export interface ServerClock {
  /** The time as the server has it, as well as we know. */
  now(): Date;
  /** How far its clock is before ours, in milliseconds. */
  readonly offsetMs: number;
  observe(answer: RawAnswer): void;
}

export interface ServerClockOptions {
  /** The largest offset that is believed, either way. 15 minutes. */
  readonly offsetMaxMs?: number;
  /** Our wall clock; for tests. */
  readonly wallClock?: () => number;
}

/** HTTP's Date counts in seconds and takes a while to come, so less than this is no difference. */
const noiseMs = 3_000;

/**
 * The server's clock, by the Date header of its answers (RFC 9110, 6.6.1), for time stamps that it compares with its own.
 *
 * The offset is bounded because nobody signs that header: whoever sits between could otherwise have us make tokens that are good
 * next week, and keep them until then. Fifteen minutes cover a clock that nobody minds, and give no more than that.
 */
export function createServerClock(options: ServerClockOptions = {}): ServerClock {
  const offsetMaxMs = options.offsetMaxMs ?? 15 * 60_000;
  const wallClock = options.wallClock ?? (() => Date.now());
  let offsetMs = 0;
  return {
    now: () => new Date(wallClock() + offsetMs),
    get offsetMs() {
      return offsetMs;
    },
    observe({ headers }) {
      const told = typeof headers.date === 'string' ? Date.parse(headers.date) : Number.NaN;
      const differenceMs = told - wallClock();
      if (Number.isNaN(told) || Math.abs(differenceMs) > offsetMaxMs) return;
      offsetMs = Math.abs(differenceMs) < noiseMs ? 0 : differenceMs;
    },
  };
}
