import { type JWTPayload, jwtVerify } from 'jose';
import type { RealmClient } from '#identity/realm-schema.ts';
import { authenticateClient } from '../client-authentication.ts';
import type { Route, StandInContext } from '../context.ts';
import { allowOriginOf } from '../cors.ts';
import { type Exchange, redirect, sendEmpty, sendError } from '../exchange.ts';
import { errorPage } from '../pages/error-page.ts';
import { confirmLogoutPage, loggedOutPage } from '../pages/logout-pages.ts';
import { isLogoutRedirectUriAllowed } from '../redirect-uris.ts';
import { sendPage } from '../send-page.ts';
import { endBrowserSession } from '../tokens/sessions.ts';

const passedOn = ['client_id', 'post_logout_redirect_uri', 'state'] as const;

/**
 * Keycloak's logout: with a refresh token it is a call of the application, otherwise OpenID Connect RP-Initiated Logout
 * 1.0. Whoever brings an ID token is not asked again; oidc-provider would always ask, with a page that needs a script.
 */
export const logout: Route = async (exchange, context) => {
  if (exchange.request.method === 'POST' && exchange.form.has('refresh_token')) return await endByRefreshToken(exchange, context);
  const parameters = exchange.request.method === 'POST' ? exchange.form : exchange.url.searchParams;
  const hint = await readHint(parameters.get('id_token_hint'), context);
  if (hint === 'invalid') return sendPage(exchange.response, 400, errorPage('The ID token is not valid.'));
  const client = context.directory.client(hint?.azp ?? parameters.get('client_id') ?? '');
  const target = parameters.get('post_logout_redirect_uri');
  if (target !== null && !isAllowed(client, target)) return sendPage(exchange.response, 400, errorPage('The redirect URI is not valid.'));

  const { provider, sessions, basePath } = context;
  const session = await provider.Session.get(provider.createContext(exchange.request, exchange.response));
  const ownsSession = hint !== undefined && (session.accountId === undefined || session.accountId === hint.sub);
  // The cookie is SameSite=Lax, so a form on a foreign page brings none and ends nothing.
  const confirmed = exchange.request.method === 'POST' && parameters.get('confirmed') === 'yes';
  if (session.accountId !== undefined && !ownsSession && !confirmed) {
    const state = Object.fromEntries(passedOn.flatMap((name) => [[name, parameters.get(name)]]).filter(([, value]) => value !== null));
    const targets = target === null ? [] : [new URL(target).origin];
    return sendPage(exchange.response, 200, confirmLogoutPage(exchange.url.pathname, state, targets));
  }
  if (hint?.sid !== undefined) await sessions.end(provider, hint.sid);
  if (session.accountId !== undefined) await endBrowserSession(provider, session);
  exchange.response.setHeader('set-cookie', expiredCookies(provider.cookieName('session'), basePath));
  if (target === null) return sendPage(exchange.response, 200, loggedOutPage());
  const url = new URL(target);
  const state = parameters.get('state');
  if (state !== null) url.searchParams.set('state', state);
  redirect(exchange.response, url.href);
};

async function endByRefreshToken({ request, response, form }: Exchange, { directory, provider, sessions }: StandInContext): Promise<void> {
  const client = authenticateClient(directory, request, form);
  if (!allowOriginOf(client, request, response)) return sendError(response, 403, 'Invalid origin');
  if (client === undefined) return sendError(response, 401, 'invalid_client', 'Invalid client or Invalid client credentials');
  const token = await provider.RefreshToken.find(form.get('refresh_token') ?? '');
  if (token?.clientId !== client.clientId) return sendError(response, 400, 'invalid_grant', 'Invalid refresh token');
  if (token.sid !== undefined) await sessions.end(provider, token.sid);
  sendEmpty(response, 204);
}

interface Hint {
  readonly sub: string | undefined;
  readonly azp: string;
  readonly sid: string | undefined;
}

async function readHint(token: string | null, { key, issuer }: StandInContext): Promise<Hint | 'invalid' | undefined> {
  if (token === null || token === '') return undefined;
  try {
    // Signing out must work with an ID token that has expired.
    const options = { algorithms: ['RS256'], issuer, currentDate: new Date(0) };
    const { payload }: { payload: JWTPayload } = await jwtVerify(token, key.publicKey, options);
    if (payload.typ !== 'ID' || typeof payload.azp !== 'string') return 'invalid';
    return { sub: payload.sub, azp: payload.azp, sid: typeof payload.sid === 'string' ? payload.sid : undefined };
  } catch {
    return 'invalid';
  }
}

function isAllowed(client: RealmClient | undefined, uri: string): boolean {
  return client !== undefined && isLogoutRedirectUriAllowed(client, uri);
}

function expiredCookies(name: string, path: string): string[] {
  return [name, `${name}.sig`].map((cookie) => `${cookie}=; Path=${path}; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax`);
}
