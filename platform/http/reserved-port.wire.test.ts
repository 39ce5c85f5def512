import { expect, it } from 'vitest';
import { createHttpServer } from './http-server.ts';
import { reservePort } from './reserved-port.ts';

const serve = (port: Parameters<typeof createHttpServer>[0]['port']) =>
  createHttpServer({ name: 'test', host: '127.0.0.1', port, handle: (_request, response) => response.end('here') });

it('a reserved port is nobody else’s, and answers once a server has taken it over', async () => {
  const reserved = await reservePort('127.0.0.1');
  await expect(serve(reserved.number).start()).rejects.toThrow('is taken');
  await expect(fetch(`http://127.0.0.1:${reserved.number}`)).rejects.toThrow();
  const server = serve(reserved);
  await server.start();
  expect(server.port).toBe(reserved.number);
  expect(await (await fetch(server.url)).text()).toBe('here');
  await server.stop();
  reserved.release();
  const next = serve(reserved.number);
  await next.start();
  await next.stop();
});

it('a reserved port that no server took over is free again when it is released', async () => {
  const reserved = await reservePort('127.0.0.1');
  reserved.release();
  const server = serve(reserved.number);
  await server.start();
  await server.stop();
});
