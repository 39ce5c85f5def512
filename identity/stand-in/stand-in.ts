import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Realm } from '../realm-schema.ts';
import type { StandInContext } from './context.ts';
import { answerPreflight } from './cors.ts';
import { createDirectory } from './directory.ts';
import { RequestRefused, readBody, readForm, redirect, sendError } from './exchange.ts';
import { isLoopbackAddress } from './loopback.ts';
import { unknownMappers } from './mappers.ts';
import { assertStandInAllowed, type IdentityMode } from './mode.ts';
import { createProvider } from './provider.ts';
import { findRoutes, isForBrowsers } from './router.ts';
import { createSignIn } from './sign-in.ts';
import { SigningKey } from './signing-key.ts';
import { createStorage } from './storage.ts';
import { createThrottle } from './throttle.ts';
import { createAccessTokens } from './tokens/access-tokens.ts';
import { createSessions } from './tokens/sessions.ts';

export interface IdentityStandInOptions {
  /** `production` is refused. */
  readonly mode: IdentityMode;
  /** Scheme, host and port by which browsers and the gateway reach it, such as `http://localhost:4000`; loopback only. */
  readonly issuerOrigin: string;
  readonly realm: Realm;
  readonly logger: Logger;
  /** Milliseconds, for the wrong-password throttle only. */
  readonly clock?: () => number;
}

export interface IdentityStandIn {
  /** `http://localhost:4000/realms/portico`, the `iss` of every token. */
  readonly issuer: string;
  /** Answers every request whose path begins with `/realms/`. Callers on other machines are refused. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Forgets every session, token and wrong password; the signing key stays. */
  reset(): void;
}

/** Keycloak's OpenID Connect side for one realm, in this process and for this machine only. */
export function createIdentityStandIn(options: IdentityStandInOptions): IdentityStandIn {
  const { realm, logger, clock = Date.now } = options;
  const { origin: issuerOrigin, hostname } = new URL(options.issuerOrigin);
  assertStandInAllowed(options.mode, hostname);
  const unknown = unknownMappers(realm.clientScopes.flatMap((scope) => scope.protocolMappers));
  if (unknown.length > 0) logger.warn({ mappers: unknown }, 'the identity stand-in skips protocol mappers that it does not know');

  const basePath = `/realms/${realm.realm}`;
  const issuer = issuerOrigin + basePath;
  const directory = createDirectory(realm);
  const key = new SigningKey();
  const storage = createStorage();
  const throttle = createThrottle(realm.failureFactor, realm.waitIncrementSeconds * 1_000, clock);
  const signIn = createSignIn(directory, throttle, logger);
  const accessTokens = createAccessTokens(directory, key, issuer);
  const sessions = createSessions(realm.ssoSessionMaxLifespan);
  const provider = createProvider({ issuer, directory, key, storage, accessTokens, sessions, signIn, logger });
  const context: StandInContext = { issuer, issuerOrigin, basePath, directory, provider, key, accessTokens, sessions, signIn, logger };

  return {
    issuer,
    handle(request, response) {
      answer(request, response, context).catch((error: unknown) => fail(request, response, error, logger));
    },
    reset() {
      storage.clear();
      throttle.clear();
      accessTokens.clear();
      sessions.clear();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, context: StandInContext): Promise<void> {
  setSecurityHeaders(response);
  if (!isLoopbackAddress(request.socket.remoteAddress)) {
    throw new RequestRefused(403, 'access_denied', 'The identity stand-in serves this machine only; run Keycloak for others.');
  }
  const url = URL.parse(request.url ?? '/', context.issuerOrigin);
  if (url === null || !(url.pathname === context.basePath || url.pathname.startsWith(`${context.basePath}/`))) {
    throw new RequestRefused(404, 'Realm does not exist', 'No such realm.');
  }
  const path = url.pathname.slice(context.basePath.length);
  const methods = findRoutes(path);
  if (methods === undefined) throw new RequestRefused(404, 'HTTP 404 Not Found', 'No such page.');
  if (request.method === 'OPTIONS') return answerPreflight(request, response, [...Object.keys(methods), 'OPTIONS'].join(', '));
  const route = methods[request.method === 'HEAD' ? 'GET' : (request.method ?? '')];
  if (route === undefined) throw new RequestRefused(405, 'HTTP 405 Method Not Allowed', 'No such method here.');
  if (request.method === 'GET' && isForBrowsers(path) && request.headers.host !== url.host) {
    // Cookies belong to one host name, so a browser at 127.0.0.1 goes on at the issuer's localhost.
    return redirect(response, context.issuerOrigin + url.pathname + url.search);
  }
  const body = await readBody(request);
  await route({ request, response, url, form: readForm(request, body), body }, context);
}

function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('pragma', 'no-cache');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown, logger: Logger): void {
  if (!(error instanceof RequestRefused) && !request.destroyed) logger.error({ err: error }, 'the identity stand-in failed');
  if (response.headersSent || request.destroyed) {
    response.destroy();
    return;
  }
  // What is left of a body that nobody reads would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  if (error instanceof RequestRefused) sendError(response, error.status, error.error, error.message);
  else sendError(response, 500, 'server_error');
}
