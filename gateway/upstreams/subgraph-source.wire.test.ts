import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { createPrincipalIssuer, generateGatewayKey } from '#platform/principal/principal-token.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import { createSubgraphSource } from './subgraph-source.ts';

type Answer = (socket: Socket, respond: (status: number, body: string) => void) => void;

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
      request.resume().once('end', () => answer(request.socket, (status, body) => response.writeHead(status).end(body)));
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
