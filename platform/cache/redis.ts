import { createClient } from 'redis';
import type { Logger } from '../telemetry/logger.ts';
import { type Cache, checkKey, toText } from './cache.ts';
import { createLocalCounts, windowOf } from './local-counts.ts';
import { createMissedDeletes } from './missed-deletes.ts';
import { createRemembering } from './remembering.ts';
import { createTopics } from './topics.ts';

export interface RedisCacheOptions {
  /** `redis://user:password@host:6379`. */
  readonly url: string;
  /** Before every key, so that several banks share one Redis. */
  readonly namespace: string;
  readonly logger: Logger;
}

/** A cache that takes longer than this to answer is none. */
const answerMs = 200;
/** After an answer that did not come Redis is left alone for so long, so that its trouble is not everybody's. */
const leaveAloneMs = 1_000;
const connectMs = 2_000;
/** A connection on which nothing is heard for so long, although it is asked, is given up. */
const silentMs = 10_000;
const pingMs = 3_000;
const reconnectMsMin = 50;
const reconnectMsMax = 2_000;
const commandsMax = 5_000;

/** Shared by all processes of a bank, over Redis. */
export function createRedisCache({ url, namespace, logger }: RedisCacheOptions): Cache {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: commandsMax,
    pingInterval: pingMs,
    socket: {
      connectTimeout: connectMs,
      socketTimeout: silentMs,
      reconnectStrategy: (retries) => Math.min(reconnectMsMax, reconnectMsMin * 2 ** Math.min(10, retries)),
    },
  });
  const listening = client.duplicate();
  const topics = createTopics();
  const counts = createLocalCounts();
  const missed = createMissedDeletes();
  const valueKey = (key: string) => `${namespace}:value:${checkKey(key)}`;
  const channel = `${namespace}:wake`;
  let leftAloneUntil = 0;
  let settled = false;
  let settling: Promise<void> | undefined;
  let away = false;

  client.on('error', (error: unknown) => {
    settled = false;
    if (!away) logger.warn({ err: error }, 'the cache is unavailable; all goes on without it');
    away = true;
  });
  client.on('ready', () => void settle());
  listening.on('error', () => undefined);
  listening.on('ready', () => topics.wakeAll());

  /** What was deleted while Redis was unavailable is deleted there before anything is read from it. */
  function settle(): Promise<void> {
    settling ??= carryOutMissed().finally(() => {
      settling = undefined;
    });
    return settling;
  }

  async function carryOutMissed(): Promise<void> {
    try {
      await missed.carryOut({
        unlink: (keys) => client.unlink([...keys]),
        async unlinkAll() {
          for await (const keys of client.scanIterator({ MATCH: `${namespace}:value:*`, COUNT: 500 }))
            if (keys.length > 0) await client.unlink(keys);
        },
      });
      settled = true;
      if (away) logger.info('the cache is back');
      away = false;
    } catch (error) {
      // Away again, and `ready` comes again; or it only was slow, and the next call finds it unsettled.
      logger.warn({ err: error }, 'the cache could not be settled');
    }
  }

  const usable = () => client.isReady && settled && performance.now() >= leftAloneUntil;

  /** The answer, or undefined where none came in time. */
  async function ask<Answer>(command: () => Promise<Answer>): Promise<Answer | undefined> {
    if (client.isReady && !settled) void settle();
    if (!usable()) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        leftAloneUntil = performance.now() + leaveAloneMs;
        resolve(undefined);
      }, answerMs);
    });
    try {
      return await Promise.race([command().catch(() => undefined), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  const store = {
    async get(key: string) {
      const full = valueKey(key);
      if (missed.has(full)) return undefined;
      const text = await ask(() => client.get(full));
      return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
    },
    async set(key: string, value: unknown, keepMs: number) {
      const text = toText(value, keepMs);
      if (text === undefined) return store.delete(key);
      const full = valueKey(key);
      if (missed.has(full)) return;
      await ask(() => client.set(full, text, { expiration: { type: 'PX', value: keepMs } }));
    },
    async delete(key: string) {
      const full = valueKey(key);
      // Until Redis has said that it is gone, nobody here reads it.
      missed.add(full);
      if ((await ask(() => client.unlink(full))) === undefined) settled = false;
      else missed.done(full);
    },
  };

  return {
    name: 'cache',
    ...createRemembering(store),
    async count(key, windowMs) {
      // A Redis that was flushed, or is unavailable, must not make anybody's count small.
      const here = counts.add(checkKey(key), windowMs);
      const full = `${namespace}:count:${key}:${windowOf(windowMs)}`;
      const answers = await ask(() => client.multi().incr(full).pExpire(full, windowMs).exec());
      return Math.max(here, Number(answers?.[0] ?? 0));
    },
    wake(topic) {
      topics.wake(topic);
      if (usable()) client.publish(channel, topic).catch(() => undefined);
    },
    onWake: topics.onWake,
    isShared: usable,
    async start() {
      // It may be unavailable now and come later, and nobody waits for it.
      client.connect().catch(() => undefined);
      listening
        .connect()
        .then(() => listening.subscribe(channel, (topic) => topics.wake(topic)))
        .catch(() => undefined);
    },
    async stop() {
      for (const each of [client, listening]) if (each.isOpen) each.destroy();
    },
  };
}
