export interface MissedDeletes {
  add(key: string): void;
  has(key: string): boolean;
  done(key: string): void;
  /** Carries out what was missed. Rejects, and forgets none, where Redis is unavailable again. */
  carryOut(redis: { unlink(keys: readonly string[]): Promise<unknown>; unlinkAll(): Promise<unknown> }): Promise<void>;
}

const keysMax = 10_000;
const keysAtOnce = 500;

/** Keys that were to be deleted and may still be there. Where they are too many to remember, all values go. */
export function createMissedDeletes(): MissedDeletes {
  const keys = new Set<string>();
  let tooMany = false;
  return {
    add(key) {
      if (keys.size >= keysMax) tooMany = true;
      else keys.add(key);
    },
    has: (key) => tooMany || keys.has(key),
    done(key) {
      keys.delete(key);
    },
    async carryOut({ unlink, unlinkAll }) {
      if (tooMany) {
        await unlinkAll();
        tooMany = false;
        keys.clear();
        return;
      }
      // Until none is left: more may be missed meanwhile.
      while (keys.size > 0) {
        const some = [...keys].slice(0, keysAtOnce);
        await unlink(some);
        for (const key of some) keys.delete(key);
      }
    },
  };
}
