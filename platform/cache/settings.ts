import { z } from 'zod';
import { defineNeed } from '../composition/need.ts';
import { optional } from '../composition/setting.ts';
import type { Cache } from './cache.ts';

export const cacheNeed = defineNeed<Cache>('cache');

export const cacheSettings = {
  REDIS_URL: optional({
    schema: z.string().regex(/^rediss?:\/\//, { error: 'must begin with redis:// or rediss://' }),
    description: 'a Redis that processes share for what may be lost: `redis://user:password@host:6379`',
    isSecret: true,
    without: 'none: each process keeps its own',
  }),
};
