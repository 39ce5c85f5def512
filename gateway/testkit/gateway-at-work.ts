import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createHttpServer } from '#platform/http/http-server.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import { createPrincipalIssuer, generateGatewayKey } from '#platform/principal/principal-token.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createMetricsRegistry } from '#platform/telemetry/metrics.ts';
import { noTracing } from '#platform/telemetry/tracing.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.ts';

/** A gateway with the bank's supergraph, whose subgraphs and identity provider are the test's. */
export interface GatewayAtWork {
  readonly gateway: Gateway;
  readonly graphqlUrl: string;
  /** A token as Keycloak makes them; what is given replaces claims of it. */
  token(claims?: JWTPayload, key?: CryptoKey): Promise<string>;
  /** What the subgraphs were asked, in order. */
  readonly asked: AskedSubgraph[];
  post(body: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

export interface AskedSubgraph {
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> };
}

export interface GatewayAtWorkOptions extends Partial<GatewayOptions> {
  /** How every subgraph answers; `{ data: null }` unless given. */
  readonly answer?: (asked: AskedSubgraph, request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
}

const supergraph = new URL('../../schema/supergraph.graphql', import.meta.url);
const audience = 'portico-api';

export async function startGatewayAtWork({ answer, ...options }: GatewayAtWorkOptions = {}): Promise<GatewayAtWork> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const asked: AskedSubgraph[] = [];
  const others = createHttpServer({
    name: 'subgraphs and identity provider',
    host: '127.0.0.1',
    port: 0,
    handle: async (request, response) => {
      const name = request.url?.slice(1).replace('/graphql', '') ?? '';
      if (name === 'keys') return respondJson(response, 200, { keys: [jwk] });
      let text = '';
      for await (const chunk of request) text += chunk;
      const one: AskedSubgraph = { name, headers: request.headers, body: JSON.parse(text || '{}') };
      asked.push(one);
      if (answer === undefined) respondJson(response, 200, { data: null });
      else await answer(one, request, response);
    },
  });
  await others.start();
  const issuer = `${others.url}/realms/portico`;
  const gateway = createGateway({
    host: '127.0.0.1',
    port: 0,
    mode: 'production',
    publicUrl: 'http://localhost',
    supergraphSdl: await readFile(supergraph, 'utf8'),
    subgraphUrl: (name) => `${others.url}/${name}/graphql`,
    identity: { issuer, audience, jwksUrl: `${others.url}/keys`, clients: new Set(['portico-web', 'portico-messengers']) },
    principalIssuer: createPrincipalIssuer(generateGatewayKey()),
    corsOrigins: new Set(),
    deadlineMs: 5_000,
    concurrencyMax: 100,
    connectionsMax: 1_000,
    connectionsPerAddressMax: 1_000,
    drainDelayMs: 0,
    mounts: [],
    checks: {},
    metrics: createMetricsRegistry(),
    tracing: noTracing,
    logger: createLogger('test', 'silent'),
    ...options,
  });
  await gateway.start();
  const graphqlUrl = `${gateway.url}/graphql`;

  return {
    gateway,
    graphqlUrl,
    asked,
    token: (claims = {}, key = privateKey) => {
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT({
        iss: issuer,
        aud: audience,
        sub: 'user-1',
        exp: now + 300,
        iat: now,
        typ: 'Bearer',
        azp: 'portico-web',
        scope: 'openid profile accounts:read billers:read cards:read cards:write',
        realm_access: { roles: ['customer'] },
        customer_number: '100000000000000117',
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'JWT' })
        .sign(key);
    },
    post: (body, headers = {}) =>
      fetch(graphqlUrl, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    async stop() {
      await gateway.stop();
      await others.stop();
    },
  };
}
