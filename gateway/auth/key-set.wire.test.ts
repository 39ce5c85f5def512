import type { ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createKeySet, KeysUnavailable } from './key-set.ts';

let jwk: object;
beforeAll(async () => {
  const { publicKey } = await generateKeyPair('RS256');
  jwk = { ...(await exportJWK(publicKey)), kid: 'known', alg: 'RS256', use: 'sig' };
});

let server: HttpServer | undefined;
let asked: string[] = [];
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** The keys of a provider that answers so at `/keys`. */
async function keysOf(answer: (response: ServerResponse) => void) {
  asked = [];
  server = createHttpServer({
    name: 'identity provider',
    host: '127.0.0.1',
    port: 0,
    handle: (request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/keys') answer(response);
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
    },
  });
  await server.start();
  const keySet = createKeySet({ url: `${server.url}/keys`, logger: createLogger('test', 'silent'), pauseMs: 0 });
  return keySet.find({ alg: 'RS256', kid: 'known' });
}

const many = (count: number) => [jwk, ...Array.from({ length: count - 1 }, (_, index) => ({ ...jwk, kid: `other-${index}` }))];

it('keys are taken from an answer as identity providers give it', async () => {
  await expect(keysOf((response) => response.end(JSON.stringify({ keys: [jwk] })))).resolves.toBeDefined();
  await expect(keysOf((response) => response.end(JSON.stringify({ keys: many(50) })))).resolves.toBeDefined();
});

it.each([301, 302, 303, 307, 308])('a redirect (%i) to keys of somebody else is not followed', async (status) => {
  await expect(keysOf((response) => response.writeHead(status, { location: '/elsewhere' }).end())).rejects.toBeInstanceOf(KeysUnavailable);
  expect(asked).toEqual(['/keys']);
});

it('more than fifty keys are none', async () => {
  await expect(keysOf((response) => response.end(JSON.stringify({ keys: many(51) })))).rejects.toBeInstanceOf(KeysUnavailable);
});

it('an answer larger than 200,000 characters is not read to its end', async () => {
  let isOpen = true;
  const endless = (response: ServerResponse) => {
    response.once('close', () => {
      isOpen = false;
    });
    response.write('{"keys":[');
    const more = () => {
      while (isOpen && response.write(' '.repeat(10_000)));
      if (isOpen) response.once('drain', more);
    };
    more();
  };
  await expect(keysOf(endless)).rejects.toBeInstanceOf(KeysUnavailable);
  const padded = (response: ServerResponse) => response.end(`${JSON.stringify({ keys: [jwk] })}${' '.repeat(200_000)}`);
  await expect(keysOf(padded)).rejects.toBeInstanceOf(KeysUnavailable);
});

it.each([404, 500, 503])('keys that come with HTTP %i are none', async (status) => {
  await expect(keysOf((response) => response.writeHead(status).end(JSON.stringify({ keys: [jwk] })))).rejects.toBeInstanceOf(
    KeysUnavailable,
  );
});
