import { once } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { createHttpServer } from './http-server.ts';
import { canSharePorts } from './listeners.ts';
import { reservePort } from './reserved-port.ts';

const serve = (port: Parameters<typeof createHttpServer>[0]['port'], listeners: number) =>
  createHttpServer({ name: 'test', host: '127.0.0.1', port, listeners, handle: (_request, response) => response.end('here') });

const callersCount = 96;

/** Connects all callers at once, and counts the turns of the event loop until the last of them is answered. */
async function turnsToAnswer(port: number): Promise<number> {
  let turns = 0;
  let isCounting = true;
  const count = () => {
    turns += 1;
    if (isCounting) setImmediate(count);
  };
  const callers = Array.from({ length: callersCount }, () => net.connect(port, '127.0.0.1'));
  await Promise.all(callers.map((socket) => once(socket, 'connect')));
  setImmediate(count);
  const answers = callers.map((socket) => once(socket, 'data'));
  for (const socket of callers) socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  await Promise.all(answers);
  isCounting = false;
  return turns;
}

it.runIf(canSharePorts)('a server with several listeners takes several new connections in a turn of the event loop', async () => {
  const [one, several] = [serve(0, 1), serve(0, 16)];
  await Promise.all([one.start(), several.start()]);
  expect(await turnsToAnswer(one.port)).toBeGreaterThan(callersCount * 0.7);
  expect(await turnsToAnswer(several.port)).toBeLessThan(callersCount / 2);
  await Promise.all([one.stop(), several.stop()]);
});

it('its port is nobody else’s, be the other one such a server too, and is free once it has stopped', async () => {
  const first = serve(0, 4);
  await first.start();
  for (const listeners of [1, 4]) await expect(serve(first.port, listeners).start()).rejects.toThrow('is taken');
  const { port } = first;
  await first.stop();
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  const second = serve(port, 4);
  await second.start();
  expect(await (await fetch(second.url)).text()).toBe('here');
  await second.stop();
});

it('it takes over a reserved port', async () => {
  const reserved = await reservePort('127.0.0.1');
  await expect(serve(reserved.number, 4).start()).rejects.toThrow('is taken');
  const server = serve(reserved, 4);
  await server.start();
  for (let turn = 0; turn < 20; turn += 1) {
    const response = await fetch(server.url, { headers: { connection: 'close' } });
    expect(await response.text()).toBe('here');
  }
  await server.stop();
  reserved.release();
});
