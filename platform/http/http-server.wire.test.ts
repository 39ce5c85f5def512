import { once } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { createHttpServer } from './http-server.ts';

const large = Buffer.alloc(16 * 1024 * 1024, 'x');

async function serve(unreadMsMax: number) {
  const server = createHttpServer({ name: 'test', host: '127.0.0.1', port: 0, unreadMsMax, handle: (_, response) => response.end(large) });
  await server.start();
  return server;
}

/** Asks, and reads nothing of the answer. */
async function askAndReadNothing(port: number): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  await once(socket, 'connect');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return socket;
}

it('a caller who reads nothing of its answer is cut, and does not hold up the stop', { timeout: 20_000 }, async () => {
  const server = await serve(300);
  const sockets = await Promise.all(Array.from({ length: 5 }, () => askAndReadNothing(server.port)));
  await server.stop();
  for (const socket of sockets) socket.destroy();
});

it('a caller who reads slowly gets all of it', { timeout: 20_000 }, async () => {
  const server = await serve(300);
  const socket = await askAndReadNothing(server.port);
  let read = 0;
  const sip = setInterval(() => {
    const chunk: Buffer | null = socket.read();
    read += chunk?.length ?? 0;
  }, 1);
  while (read < large.length) await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(sip);
  socket.destroy();
  await server.stop();
  expect(read).toBeGreaterThan(large.length);
});

it('an answer that takes longer to make than its caller may leave it unread is waited for', async () => {
  const server = createHttpServer({
    name: 'test',
    host: '127.0.0.1',
    port: 0,
    unreadMsMax: 100,
    handle: (_, response) => setTimeout(() => response.end('made'), 500),
  });
  await server.start();
  expect(await (await fetch(server.url)).text()).toBe('made');
  await server.stop();
});
