import type { Service } from '../lifecycle.ts';

/**
 * What may be lost: values that are somewhere else too, counts, hints. With Redis unavailable everything that uses it is slower, and
 * nothing is wrong. Whatever must survive is in the database.
 */
export interface Cache extends Service {
  /** What was kept under a key, unless it was lost. It may be as old as the time it was kept for, and never older. */
  get(key: string): Promise<unknown>;
  /** Keeps a value of JSON, at most 100,000 characters, for at most an hour. */
  set(key: string, value: unknown, keepMs: number): Promise<void>;
  /** Forgets a value. Where Redis is unavailable it is forgotten as soon as it is back, before anything is read there again. */
  delete(key: string): Promise<void>;
  /**
   * What was kept, or what `load` says, which is kept then. Of many who ask at once here, one loads. What is deleted while it
   * is being loaded is not kept.
   */
  remember<Value>(key: string, keepMs: number, load: () => Promise<Value>): Promise<Value>;
  /** Counts one more in the current window, and returns the count: of all processes, or at least of this one. */
  count(key: string, windowMs: number): Promise<number>;
  /** Wakes whoever listens to a topic, here and in other processes. A hint, and it may be lost. */
  wake(topic: string): void;
  /** Returns what ends it. Called once, too, when hints may have been lost. */
  onWake(topic: string, listener: () => void): () => void;
  /** Whether what is kept now is shared with the other processes. */
  isShared(): boolean;
}

export const keepMsMax = 3_600_000;
const keyPattern = /^[\x21-\x7e]{1,200}$/;
const valueCharactersMax = 100_000;

export function checkKey(key: string): string {
  if (!keyPattern.test(key)) throw new Error('a key of the cache has 1 to 200 visible characters of ASCII');
  return key;
}

/** The text of a value, or undefined for one that is too long to be kept. */
export function toText(value: unknown, keepMs: number): string | undefined {
  if (!(keepMs >= 1 && keepMs <= keepMsMax)) throw new Error(`a value is kept for 1 to ${keepMsMax} ms`);
  const text = JSON.stringify(value ?? null);
  return text.length > valueCharactersMax ? undefined : text;
}
