import DataLoader from 'dataloader';

/** The most keys that a legacy system takes in one call. */
const batchSizeMax = 500;

/** Gathers the keys that one request asks for in one turn of the event loop into one call of a batch-shaped port. */
export function createLoader<Key, Value, CacheKey = Key>(
  load: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  cacheKeyFn?: (key: Key) => CacheKey,
): DataLoader<Key, Value, CacheKey> {
  return new DataLoader<Key, Value, CacheKey>(load, { maxBatchSize: batchSizeMax, ...(cacheKeyFn === undefined ? {} : { cacheKeyFn }) });
}
