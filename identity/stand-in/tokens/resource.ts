import type { ResourceServer } from 'oidc-provider';
import type { Realm } from '#identity/realm-schema.ts';
import { scopeNames } from '../scopes.ts';

/** oidc-provider writes a JWT for a resource server only, so there is one, and every token is for it. */
export const apiResource = 'urn:portico:api';

export function apiResourceServer(realm: Realm): ResourceServer {
  return {
    scope: scopeNames(realm).join(' '),
    // Replaced by what the audience mappers say.
    audience: 'account',
    accessTokenFormat: 'jwt',
    accessTokenTTL: realm.accessTokenLifespan,
    jwt: { sign: { alg: 'RS256' } },
  };
}
