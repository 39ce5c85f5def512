import { z } from 'zod';

/** What a person or a test may make Telegram do. A change holds from the next call on; counters count themselves down. */
export interface Switches {
  /** How long each answer to the bot takes. */
  latencyMs: number;
  /** The next so many calls are answered 429. */
  tooManyRequests: number;
  /** What those answers ask the bot to wait. */
  retryAfterSeconds: number;
  /** The next so many calls are answered 502, and nothing is done. */
  failNext: number;
  /** The next so many calls are done, and their answers are lost on the way. */
  loseAnswers: number;
  /** Calls are done and never answered. */
  hangAnswers: boolean;
  /** Each update is delivered so many times more. */
  duplicates: number;
  /** Two updates of one chat that come soon after each other are delivered the later one first. */
  reorder: boolean;
}

const change = z.strictObject({
  latencyMs: z.int().min(0).max(30_000).optional(),
  tooManyRequests: z.int().min(0).max(1_000).optional(),
  retryAfterSeconds: z.int().min(1).max(600).optional(),
  failNext: z.int().min(0).max(1_000).optional(),
  loseAnswers: z.int().min(0).max(1_000).optional(),
  hangAnswers: z.boolean().optional(),
  duplicates: z.int().min(0).max(10).optional(),
  reorder: z.boolean().optional(),
});

export function createSwitches(): Switches {
  return {
    latencyMs: 0,
    tooManyRequests: 0,
    retryAfterSeconds: 3,
    failNext: 0,
    loseAnswers: 0,
    hangAnswers: false,
    duplicates: 0,
    reorder: false,
  };
}

/** Applies a change given as JSON; answers what is wrong with it, or undefined. */
export function applyChange(switches: Switches, value: unknown): string | undefined {
  const read = change.safeParse(value);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
  Object.assign(switches, Object.fromEntries(Object.entries(read.data).filter(([, given]) => given !== undefined)));
  return undefined;
}
