import type { z } from 'zod';

/** A kind of work that goes on after the answer. Every number is a bound. */
export interface QueueDefinition<Data extends z.ZodObject = z.ZodObject> {
  /** The room, and what is done: `cards.enquire-lock`. */
  readonly name: string;
  /** For the people who look at queues: what it does, and what waits for it. */
  readonly description: string;
  /** References, not values: a job stands in the database for days. At most 16,384 characters. */
  readonly data: Data;
  /** How often a job is tried again after it failed. Then it is dead, and waits for a person. */
  readonly retriesMax: number;
  /** The pause before the first retry; it doubles with each further one, with some chance in it, up to `retryDelaySecondsMax`. */
  readonly retryDelaySeconds: number;
  readonly retryDelaySecondsMax: number;
  /** A job that runs longer is given to another worker while the first may still be at it. */
  readonly expireSeconds: number;
  /** With so many waiting `enqueue` refuses with `OVERLOADED`. Counted every few seconds, so several processes may pass it by some. */
  readonly waitingMax: number;
  /** How many jobs one process works on at once. */
  readonly concurrency: number;
  /** Jobs with the same `orderKey` are worked on one after another, and a dead one holds back those behind it. For `workInTransaction` only. */
  readonly ordered?: boolean;
}

export interface Job<Data> {
  readonly id: string;
  readonly data: Data;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when its time is over, or the process stops. */
  readonly signal: AbortSignal;
}

/** Trying again would change nothing: the job is dead at once. */
export class NoRetry extends Error {
  override readonly name = 'NoRetry';
}

const namePattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;
const nameCharactersMax = 60;

/** Checks a definition where it is written. */
export function defineQueue<const Data extends z.ZodObject>(definition: QueueDefinition<Data>): QueueDefinition<Data> {
  const { name, retriesMax, retryDelaySeconds, retryDelaySecondsMax, expireSeconds, waitingMax, concurrency } = definition;
  if (!namePattern.test(name) || name.length > nameCharactersMax || name.endsWith('.dead')) {
    throw new Error(`${name}: a queue is called by its room and what is done, as in cards.enquire-lock`);
  }
  const between = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;
  if (!between(retriesMax, 0, 1_000)) throw new Error(`${name}: 0 to 1,000 retries`);
  if (!between(retryDelaySeconds, 0, 86_400) || !between(retryDelaySecondsMax, retryDelaySeconds, 86_400)) {
    throw new Error(`${name}: a retry comes within a day`);
  }
  if (!between(expireSeconds, 1, 3_600)) throw new Error(`${name}: a job takes at most an hour`);
  if (!between(waitingMax, 1, 1_000_000)) throw new Error(`${name}: 1 to 1,000,000 jobs wait`);
  if (!between(concurrency, 1, 100)) throw new Error(`${name}: 1 to 100 jobs at once`);
  return definition;
}

export const deadLetterOf = (name: string) => `${name}.dead`;
