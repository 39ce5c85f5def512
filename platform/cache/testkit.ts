import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { createLogger } from '../telemetry/logger.ts';
import type { Cache } from './cache.ts';
import { testRedisUrl } from './environment.ts';
import { createCache } from './index.ts';

const logger = createLogger('test', 'silent');
const howToGetRedis = 'not run: no TEST_REDIS_URL (apt-get install redis-server, then TEST_REDIS_URL=redis://localhost)';

export interface TestCache {
  readonly title: string;
  readonly missing: string | undefined;
  /** Caches that are opened together share what they keep. */
  open(): Cache;
}

export function testCaches(): readonly TestCache[] {
  return [{ title: 'memory', missing: undefined, open: () => createCache({ namespace: 'test', logger }) }, redis()];
}

/** The Redis of this machine, through `url` or directly. */
export function redis(url = testRedisUrl, namespace = `test-${randomBytes(6).toString('hex')}`): TestCache {
  return {
    title: testRedisUrl === undefined ? `Redis (${howToGetRedis})` : 'Redis',
    missing: testRedisUrl === undefined ? howToGetRedis : undefined,
    open: () => createCache({ url, namespace, logger }),
  };
}

/** A way to Redis that can be cut, and that can keep back what is said. */
export async function createFlakyWay(target: string) {
  const { hostname, port } = new URL(target);
  const open = new Set<net.Socket>();
  let mode: 'through' | 'cut' | 'silent' = 'through';
  const server = net.createServer((socket) => {
    if (mode === 'cut') {
      socket.destroy();
      return;
    }
    const onward = net.connect(Number(port === '' ? 6379 : port), hostname);
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as net.AddressInfo;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(address.port) }).href,
    set(next: typeof mode) {
      mode = next;
      for (const socket of open) next === 'silent' ? socket.pause() : socket.resume();
      if (next === 'cut') cut();
    },
    close() {
      cut();
      server.close();
    },
  };
}
