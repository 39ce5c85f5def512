import { LRUCache } from 'lru-cache';

export interface LocalCounts {
  add(key: string, windowMs: number): number;
}

const countsMax = 100_000;

/** The number of the window that this moment is in: the same in every process whose clock is right. */
export const windowOf = (windowMs: number) => Math.floor(Date.now() / windowMs);

/** Counts of this process, the least used forgotten first. */
export function createLocalCounts(): LocalCounts {
  const counts = new LRUCache<string, { window: number; count: number }>({ max: countsMax });
  return {
    add(key, windowMs) {
      const window = windowOf(windowMs);
      const known = counts.get(key);
      const count = known?.window === window ? known.count + 1 : 1;
      counts.set(key, { window, count });
      return count;
    },
  };
}
