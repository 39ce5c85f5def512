import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { createPrincipalIssuer, generateGatewayKey } from '#platform/principal/principal-token.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createSubgraphSource } from './subgraph-source.ts';

type Answer = (socket: Socket, respond: (status: number, body: string) => void, headers: IncomingHttpHeaders) => void;

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const mutation = 'mutation ($input: LockCardInput!) { lockCard(input: $input) { __typename } }';
const query = '{ card(id: "card_1") { status } }';

/** What the gateway makes of a subgraph that has taken the request and then does this. */
async function codesOf(document: string, answer: Answer, remainingMs = 2_000): Promise<unknown[]> {
  server = createHttpServer({
    name: 'subgraph',
    host: '127.0.0.1',
    port: 0,
    handle(request, response) {
      request.resume().once('end', () => answer(request.socket, (status, body) => response.writeHead(status).end(body), request.headers));
    },
  });
  await server.start();
  return await askAt(server.url, document, remainingMs);
}

async function askAt(url: string, document: string, remainingMs: number): Promise<unknown[]> {
  const source = createSubgraphSource({
    name: 'cards',
    url: `${url}/graphql`,
    issuer: createPrincipalIssuer(generateGatewayKey()),
    logger: createLogger('test', 'silent'),
  });
  const context = {
    principal: { kind: 'customer', subject: 'olena', customerNumber: '1', roles: [], scopes: [] },
    deadline: createDeadline(remainingMs),
    callerLeft: new AbortController().signal,
    trace: unrecorded(),
    language: 'en',
  };
  const { data, errors } = await source.process({ request: { query: document }, context } as never);
  await source.close();
  expect(data ?? null).toBeNull();
  return (errors ?? []).map(({ path, extensions }) => [path?.join('.'), extensions?.code]);
}

const troubles: readonly (readonly [string, Answer, string, number])[] = [
  ['ends the connection', (socket) => socket.destroy(), 'UPSTREAM_UNAVAILABLE', 2_000],
  ['answers nothing in time', () => {}, 'UPSTREAM_TIMEOUT', 500],
  ['answers 500', (_, respond) => respond(500, '{}'), 'UPSTREAM_UNAVAILABLE', 2_000],
  ['answers half of its JSON', (_, respond) => respond(200, '{"data":{"lock'), 'UPSTREAM_UNAVAILABLE', 2_000],
];

describe('a subgraph that has taken a request', () => {
  it.each(troubles)('and %s: of a change nobody knows whether it was done', async (_, answer, _code, remainingMs) => {
    expect(await codesOf(mutation, answer, remainingMs)).toEqual([['lockCard', 'OUTCOME_UNKNOWN']]);
  });

  it.each(troubles)('and %s: what was read is not there', async (_, answer, code, remainingMs) => {
    expect(await codesOf(query, answer, remainingMs)).toEqual([['card', code]]);
  });
});

it('a subgraph that was never reached, or that did not know the gateway, has certainly changed nothing', async () => {
  expect(await askAt('http://127.0.0.1:1', mutation, 2_000)).toEqual([['lockCard', 'UPSTREAM_UNAVAILABLE']]);
  expect(await codesOf(mutation, (_, respond) => respond(401, '{}'))).toEqual([['lockCard', 'UPSTREAM_UNAVAILABLE']]);
});

it('a subgraph is told how long it may take: what is left of the request, less a quarter of a second for the rest of the answer', async () => {
  const told: number[] = [];
  const note: Answer = (_, respond, headers) => {
    told.push(Number(headers['x-portico-deadline-ms']));
    respond(200, '{"data":null}');
  };
  for (const remainingMs of [5_000, 1_000]) expect(await codesOf(query, note, remainingMs)).toEqual([]);
  const [long = 0, short = 0] = told;
  // No more than this, and less only by the time that asking took.
  expect(long).toBeLessThanOrEqual(4_750);
  expect(long).toBeGreaterThan(3_750);
  expect(short).toBeLessThanOrEqual(750);
  expect(short).toBeGreaterThan(0);
});

it('a subgraph that answers nothing is given up with time left to answer with the rest', async () => {
  const deadline = createDeadline(1_500);
  expect(await codesOf(query, () => {}, 1_500)).toEqual([['card', 'UPSTREAM_TIMEOUT']]);
  expect(deadline.remainingMs()).toBeGreaterThan(0);
});

it('a subgraph is not asked once there is no time left for it', async () => {
  let asked = 0;
  const count: Answer = (_, respond) => {
    asked += 1;
    respond(200, '{"data":null}');
  };
  expect(await codesOf(mutation, count, 200)).toMatchObject([['lockCard', expect.any(String)]]);
  expect(asked).toBe(0);
});
