import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RealmClient } from '../realm-schema.ts';
import { isLoopbackHost } from './loopback.ts';

// oidc-provider's own CORS has no Allow-Credentials, which keycloak-js needs, and steps aside once any of these headers is set.

const allowedHeaders =
  'Origin, Access-Control-Request-Method, X-Requested-With, Accept, Access-Control-Request-Headers, DPoP, Content-Type, Authorization';

/** A preflight names no client, so it is answered for every origin, as Keycloak does; the answer itself then is not. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse, methods: string): void {
  response.writeHead(204, {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': methods,
    'access-control-allow-headers': allowedHeaders,
    'access-control-allow-credentials': 'true',
    'access-control-max-age': '3600',
    vary: 'Origin',
  });
  response.end();
}

/** For documents that anybody may read: discovery and the keys. */
export function allowAnyOrigin(request: IncomingMessage, response: ServerResponse): void {
  allow(response, request.headers.origin ?? '*');
}

/** Whether this request may have its answer: no browser across origins sent it, or the client's web origins hold the page's. */
export function allowOriginOf(client: RealmClient | undefined, request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  response.setHeader('vary', 'Origin');
  response.setHeader('access-control-expose-headers', 'Access-Control-Allow-Methods');
  if (origin === undefined || isSameOrigin(origin, request)) return true;
  if (client === undefined || !(client.webOrigins.includes(origin) || client.webOrigins.includes('*'))) return false;
  allow(response, origin);
  return true;
}

/** Loopback names only: a foreign name that was made to resolve to this machine is a foreign origin. */
function isSameOrigin(origin: string, request: IncomingMessage): boolean {
  const url = URL.parse(origin);
  return url !== null && url.host === request.headers.host && isLoopbackHost(url.hostname);
}

function allow(response: ServerResponse, origin: string): void {
  response.setHeader('access-control-allow-origin', origin);
  if (origin !== '*') response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'Origin');
}
