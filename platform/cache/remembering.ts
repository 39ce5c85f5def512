import type { Cache } from './cache.ts';

type Store = Pick<Cache, 'get' | 'set' | 'delete'>;

/** One load a key at a time, and no value that was deleted while it was loaded. */
export function createRemembering(store: Store): Store & Pick<Cache, 'remember'> {
  const loading = new Map<string, { stale: boolean; value: Promise<unknown> }>();

  async function load<Value>(key: string, keepMs: number, load: () => Promise<Value>, isStale: () => boolean): Promise<Value> {
    const kept = await store.get(key);
    if (kept !== undefined) return kept as Value;
    const value = await load();
    if (!isStale()) await store.set(key, value, keepMs);
    return value;
  }

  return {
    get: store.get,
    set: store.set,
    async delete(key) {
      const under = loading.get(key);
      if (under !== undefined) under.stale = true;
      loading.delete(key);
      await store.delete(key);
    },
    async remember<Value>(key: string, keepMs: number, loadIt: () => Promise<Value>): Promise<Value> {
      const under = loading.get(key);
      if (under !== undefined) return under.value as Promise<Value>;
      const entry = { stale: false, value: Promise.resolve<unknown>(undefined) };
      loading.set(key, entry);
      const value = load(key, keepMs, loadIt, () => entry.stale).finally(() => {
        if (loading.get(key) === entry) loading.delete(key);
      });
      entry.value = value;
      return value;
    },
  };
}
