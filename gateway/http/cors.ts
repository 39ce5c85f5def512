import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets pages of the named origins ask `/graphql` with a token (https://fetch.spec.whatwg.org/#http-cors-protocol). Never with cookies: there are none. */
export function applyCors(request: IncomingMessage, response: ServerResponse, origins: ReadonlySet<string>): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin, accept');
  if (origin === undefined || !origins.has(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'traceparent, retry-after');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST');
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, accept-language, traceparent, apollo-require-preflight, x-apollo-operation-name',
  );
  response.setHeader('access-control-max-age', '600');
}
