import { LRUCache } from 'lru-cache';

const usersMax = 10_000;

export interface Throttle {
  isBlocked(username: string): boolean;
  recordFailure(username: string): void;
  recordSuccess(username: string): void;
  clear(): void;
}

/** Blocks a user name for `waitMs` once `failuresMax` wrong passwords fell within `waitMs`. */
export function createThrottle(failuresMax: number, waitMs: number, clock: () => number): Throttle {
  const failures = new LRUCache<string, number[]>({ max: usersMax });
  const recent = (username: string) => (failures.get(username) ?? []).filter((at) => clock() - at < waitMs);
  return {
    isBlocked: (username) => recent(username).length >= failuresMax,
    recordFailure(username) {
      failures.set(username, [...recent(username), clock()].slice(-failuresMax));
    },
    recordSuccess: (username) => void failures.delete(username),
    clear: () => failures.clear(),
  };
}
