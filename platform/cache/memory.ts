import { LRUCache } from 'lru-cache';
import { type Cache, checkKey, toText } from './cache.ts';
import { createLocalCounts } from './local-counts.ts';
import { createRemembering } from './remembering.ts';
import { createTopics } from './topics.ts';

const valuesMax = 10_000;
const charactersMax = 50_000_000;

/** For one process. */
export function createMemoryCache(): Cache {
  const values = new LRUCache<string, string>({ max: valuesMax, maxSize: charactersMax, sizeCalculation: (text) => text.length + 1 });
  const counts = createLocalCounts();
  const topics = createTopics();
  const store = {
    async get(key: string) {
      const text = values.get(checkKey(key));
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    async set(key: string, value: unknown, keepMs: number) {
      const text = toText(value, keepMs);
      if (text === undefined) values.delete(checkKey(key));
      else values.set(checkKey(key), text, { ttl: keepMs });
    },
    async delete(key: string) {
      values.delete(checkKey(key));
    },
  };
  return {
    name: 'cache',
    ...createRemembering(store),
    async count(key, windowMs) {
      return counts.add(checkKey(key), windowMs);
    },
    wake: topics.wake,
    onWake: topics.onWake,
    isShared: () => true,
    start: async () => {},
    async stop() {
      values.clear();
    },
  };
}
