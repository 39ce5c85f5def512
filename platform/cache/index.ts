import type { Logger } from '../telemetry/logger.ts';
import type { Cache } from './cache.ts';
import { createMemoryCache } from './memory.ts';
import { createRedisCache } from './redis.ts';

export type { Cache } from './cache.ts';

export interface CacheOptions {
  /** Without it each process has its own. */
  readonly url?: string | undefined;
  readonly namespace: string;
  readonly logger: Logger;
}

export function createCache({ url, namespace, logger }: CacheOptions): Cache {
  return url === undefined ? createMemoryCache() : createRedisCache({ url, namespace, logger });
}
