import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

const query = '{ exchangeRates { currency } }';
const origin = 'https://app.bank';

describe('a gateway that is asked more than it takes at once', () => {
  let at: GatewayAtWork;
  /** Lets the one answer go that holds the only place. */
  let release: () => void;
  let first: Promise<Response>;

  beforeEach(async () => {
    const taken = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    release = held.resolve;
    at = await startGatewayAtWork({
      concurrencyMax: 1,
      corsOrigins: new Set([origin]),
      answer: async (_asked, _request, response) => {
        taken.resolve();
        await held.promise;
        response.end('{"data":{"exchangeRates":[]}}');
      },
    });
    first = at.post({ query });
    await taken.promise;
  });
  afterEach(async () => {
    release();
    await first;
    await at.stop();
  });

  /** A connection of our own, on which a request may stay unfinished. */
  async function connect(): Promise<{ socket: net.Socket; heard: (pattern: RegExp) => Promise<string> }> {
    const socket = net.connect(Number(new URL(at.gateway.url).port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    await once(socket, 'connect');
    return {
      socket,
      async heard(pattern) {
        while (!pattern.test(text)) await once(socket, 'data');
        const found = text;
        text = '';
        return found;
      },
    };
  }
  const headersOf = (...more: readonly string[]) =>
    ['POST /graphql HTTP/1.1', 'Host: bank', 'Content-Type: application/json', ...more, '', ''].join('\r\n');

  it('refuses by the headers alone: neither the body nor the token is waited for', async () => {
    const { socket, heard } = await connect();
    socket.write(headersOf('Content-Length: 46', 'Authorization: Bearer not.a.token'));
    const refusal = await heard(/\}$/);
    expect(refusal).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 1\r\n/i);
    expect(refusal).toMatch(/"code":"OVERLOADED","traceId":"[\da-f]{32}"/);
    socket.destroy();
  });

  it('keeps the connection of a refused request, which asks again on it', async () => {
    const { socket, heard } = await connect();
    const body = JSON.stringify({ query });
    socket.write(headersOf(`Content-Length: ${body.length}`));
    await heard(/OVERLOADED.*\}$/s);
    socket.write(body);
    release();
    await first;
    socket.write(headersOf(`Content-Length: ${body.length}`) + body);
    expect(await heard(/\}\n$/)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it.each([
    ['a body without a known length', 'Transfer-Encoding: chunked'],
    ['a body over the limit', 'Content-Length: 100001'],
  ])('closes the connection on which %s is still to come', async (_what, header) => {
    const { socket, heard } = await connect();
    const closed = once(socket, 'close');
    socket.write(headersOf(header));
    expect(await heard(/\}$/)).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close\r\n/i);
    await closed;
  });

  it('says so in the type that was accepted, in the trace that was given, and to pages that may ask', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const response = await at.post({ query }, { accept: 'application/graphql-response+json', traceparent, origin });
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The bank is very busy. Try again in a moment.',
          extensions: { code: 'OVERLOADED', traceId: '0af7651916cd43dd8448eb211c80319c' },
        },
      ],
    });
  });

  it('still tells a page what it may ask, a person where to go, and a load balancer that it lives', async () => {
    expect((await fetch(at.graphqlUrl, { method: 'OPTIONS' })).status).toBe(204);
    expect((await fetch(at.graphqlUrl, { headers: { accept: 'text/html' }, redirect: 'manual' })).status).toBe(302);
    expect((await fetch(`${at.gateway.url}/health/live`)).status).toBe(200);
  });

  it('takes the next request once the first is answered', async () => {
    expect((await at.post({ query })).status).toBe(503);
    release();
    await first;
    expect((await at.post({ query })).status).toBe(200);
  });
});

it('whoever was let in by its headers, and sends its body once the last place is taken, is refused then', async () => {
  const taken = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const at = await startGatewayAtWork({
    concurrencyMax: 1,
    answer: async (_asked, _request, response) => {
      taken.resolve();
      await held.promise;
      response.end('{"data":{"exchangeRates":[]}}');
    },
  });
  const socket = net.connect(Number(new URL(at.gateway.url).port), '127.0.0.1').setEncoding('utf8');
  const body = JSON.stringify({ query });
  const headers = ['POST /graphql HTTP/1.1', 'Host: bank', 'Content-Type: application/json', `Content-Length: ${body.length}`];
  socket.write([...headers, 'Expect: 100-continue', '', ''].join('\r\n'));
  // The gateway has the headers, and there was a place.
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 100 /);
  const first = at.post({ query });
  await taken.promise;
  socket.write(body);
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 503 /);
  expect(at.asked).toHaveLength(1);
  held.resolve();
  expect((await first).status).toBe(200);
  socket.destroy();
  await at.stop();
});
