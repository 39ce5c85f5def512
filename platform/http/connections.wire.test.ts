import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import net from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';

const large = Buffer.alloc(16 * 1024 * 1024, 'x');
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Answers `/large`, and tells whether all of it was sent; and `/held`, once it is released. */
async function serve(
  options: Partial<HttpServerOptions>,
): Promise<{ server: HttpServer; release: () => void; largeSent: Promise<boolean> }> {
  const held: ServerResponse[] = [];
  const largeSent = Promise.withResolvers<boolean>();
  const server = createHttpServer({
    name: 'test',
    host: '127.0.0.1',
    port: 0,
    handle: (request, response) => {
      if (request.url === '/held') held.push(response);
      else response.end(request.url === '/large' ? large : 'here');
      if (request.url === '/large') response.once('close', () => largeSent.resolve(response.writableFinished));
    },
    ...options,
  });
  await server.start();
  const release = () => {
    for (const response of held.splice(0)) response.end('released');
  };
  stops.push(async () => {
    release();
    await server.stop();
  });
  return { server, release, largeSent: largeSent.promise };
}

interface Caller {
  readonly socket: net.Socket;
  readonly closed: Promise<unknown>;
  /** Sends a request for a path and waits for what an answer begins with. */
  ask(path: string): Promise<string>;
}

async function connect({ port }: HttpServer, localAddress = '127.0.0.1'): Promise<Caller> {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress });
  stops.push(() => socket.destroy());
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  return {
    socket,
    closed,
    async ask(path) {
      const answer = once(socket, 'data');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
      return String((await answer)[0]);
    },
  };
}

it('one address has so many connections; its longest idle one makes room for the next, and others keep theirs', async () => {
  const { server } = await serve({ connectionsPerAddressMax: 2 });
  const other = await connect(server, '127.0.0.2');
  expect(await other.ask('/')).toContain('here');
  const [first, second] = [await connect(server), await connect(server)];
  for (const caller of [second, first]) expect(await caller.ask('/')).toContain('here');
  const third = await connect(server);
  expect(await third.ask('/')).toContain('here');
  await second.closed;
  for (const caller of [first, other]) expect(await caller.ask('/')).toContain('here');
});

it('a connection on which an answer is being made is not idle: where all are at work, the next caller is cut', async () => {
  const { server, release } = await serve({ connectionsPerAddressMax: 1 });
  const first = await connect(server);
  const answer = first.ask('/held');
  // The request is here once another one, sent after it by another address, is answered.
  expect(await (await connect(server, '127.0.0.2')).ask('/')).toContain('here');
  const second = await connect(server);
  await second.closed;
  release();
  expect(await answer).toContain('released');
});

it('all addresses together have so many', async () => {
  const { server } = await serve({ connectionsMax: 2 });
  const first = await connect(server, '127.0.0.2');
  expect(await first.ask('/')).toContain('here');
  const second = await connect(server, '127.0.0.3');
  expect(await second.ask('/')).toContain('here');
  const third = await connect(server, '127.0.0.4');
  expect(await third.ask('/')).toContain('here');
  await first.closed;
  expect(await second.ask('/')).toContain('here');
});

it('a place is free again once a connection has closed', async () => {
  const { server } = await serve({ connectionsPerAddressMax: 1 });
  const first = await connect(server);
  expect(await first.ask('/')).toContain('here');
  first.socket.end();
  await first.closed;
  const second = await connect(server);
  expect(await second.ask('/')).toContain('here');
});

it('a caller who takes a little of a large answer now and then is cut when it has taken too long', { timeout: 20_000 }, async () => {
  const { server, largeSent } = await serve({ answerMsMax: 500 });
  const { socket } = await connect(server);
  socket.pause();
  socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
  const sip = setInterval(() => socket.read(1_000), 20);
  stops.push(() => clearInterval(sip));
  expect(await largeSent).toBe(false);
});

it('fifty callers who read nothing do not hold up the stop', { timeout: 20_000 }, async () => {
  const { server } = await serve({ unreadMsMax: 300 });
  const callers = await Promise.all(Array.from({ length: 50 }, () => connect(server)));
  for (const { socket } of callers) {
    socket.pause();
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
  }
  await server.stop();
  // Nobody is left: what the system had taken of an answer is all that a caller can still read.
  for (const { socket } of callers) socket.resume();
  await Promise.all(callers.map(({ closed }) => closed));
});
