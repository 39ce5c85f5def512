import { type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { AccessToken, ClientCredentials, JWTStructured, Provider } from 'oidc-provider';
import type { RealmClient, RealmUser } from '#identity/realm-schema.ts';
import type { Directory } from '../directory.ts';
import { mapClaims } from '../mappers.ts';
import { grantScopes } from '../scopes.ts';
import type { SigningKey } from '../signing-key.ts';

const tokensMax = 20_000;

export interface VerifiedToken {
  readonly claims: JWTPayload;
  readonly jti: string;
  readonly client: RealmClient;
  readonly user: RealmUser;
}

/**
 * Access tokens as Keycloak writes them. oidc-provider keeps no record of a JWT it has issued and refuses to introspect
 * or revoke one, so what lives is kept here: a token is good while it stands in the list and its grant has not ended.
 */
export interface AccessTokens {
  /** oidc-provider's hook: turns its claims into Keycloak's. */
  customise(token: AccessToken | ClientCredentials, parts: JWTStructured): void;
  verify(provider: Provider, token: string): Promise<VerifiedToken | undefined>;
  revoke(jti: string): void;
  clear(): void;
}

export function createAccessTokens(directory: Directory, key: SigningKey, issuer: string): AccessTokens {
  const { realm } = directory;
  const grantsByToken = new LRUCache<string, { grantId: string | undefined }>({ max: tokensMax, ttl: realm.accessTokenLifespan * 1_000 });

  return {
    customise(token, parts) {
      const client = directory.client(token.clientId ?? '');
      const user = 'accountId' in token ? directory.user(token.accountId) : directory.serviceAccount(token.clientId ?? '');
      const granted = client === undefined ? undefined : grantScopes(realm, client, token.scope);
      if (client === undefined || user === undefined || granted === undefined)
        throw new TypeError('A token needs its client and its user.');
      const { exp, iat, jti } = parts.payload;
      const claims = mapClaims(granted, { client, user }, 'access');
      parts.header = { typ: 'JWT' };
      parts.payload = {
        exp,
        iat,
        jti,
        iss: issuer,
        // oidc-provider issues no JWT without an audience; Keycloak's tokens without a mapper are good for the account console.
        aud: claims.aud ?? 'account',
        sub: user.id,
        typ: 'Bearer',
        azp: client.clientId,
        ...('sid' in token && token.sid !== undefined ? { sid: token.sid } : {}),
        scope: granted.names.join(' '),
        ...claims,
      };
      grantsByToken.set(String(jti), { grantId: 'grantId' in token ? token.grantId : undefined });
    },

    async verify(provider, token) {
      const claims = await readClaims(token, key, issuer);
      const known = claims?.jti === undefined ? undefined : grantsByToken.get(claims.jti);
      if (claims?.jti === undefined || known === undefined) return undefined;
      if (known.grantId !== undefined && (await provider.Grant.find(known.grantId)) === undefined) return undefined;
      const client = directory.client(String(claims.azp));
      const user = directory.user(claims.sub ?? '');
      return client === undefined || user === undefined ? undefined : { claims, jti: claims.jti, client, user };
    },

    revoke: (jti) => void grantsByToken.delete(jti),
    clear: () => grantsByToken.clear(),
  };
}

async function readClaims(token: string, key: SigningKey, issuer: string): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: ['RS256'],
      issuer,
      requiredClaims: ['exp', 'jti', 'sub', 'azp'],
    });
    return payload.typ === 'Bearer' ? payload : undefined;
  } catch {
    return undefined;
  }
}
