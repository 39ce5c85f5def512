import type { Route } from '../context.ts';
import { allowOriginOf } from '../cors.ts';
import { sendEmpty, sendError, sendJson } from '../exchange.ts';
import { mapClaims } from '../mappers.ts';
import { grantScopes } from '../scopes.ts';

/** oidc-provider's own refuses tokens that have an audience. The scheme's case is free (RFC 9110, 11.1): keycloak-js sends `bearer`. */
export const userinfo: Route = async ({ request, response, form }, { directory, provider, accessTokens }) => {
  const [scheme = '', header = ''] = (request.headers.authorization ?? '').split(' ');
  const token = scheme.toLowerCase() === 'bearer' ? header : (form.get('access_token') ?? '');
  const verified = await accessTokens.verify(provider, token);
  if (!allowOriginOf(verified?.client, request, response)) return sendError(response, 403, 'Invalid origin');
  if (verified === undefined) {
    response.setHeader('www-authenticate', `Bearer realm="${directory.realm.realm}", error="invalid_token"`);
    return sendEmpty(response, 401);
  }
  const scope = String(verified.claims.scope ?? '');
  const granted = grantScopes(directory.realm, verified.client, scope);
  if (granted === undefined || !granted.names.includes('openid'))
    return sendError(response, 403, 'insufficient_scope', 'Missing openid scope');
  sendJson(response, 200, { sub: verified.user.id, ...mapClaims(granted, verified, 'userinfo') });
};
