import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { anonymous, type Principal } from '#platform/principal/principal.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { accessTokenClaims, toPrincipal } from './access-token-claims.ts';
import { type KeySet, KeysUnavailable } from './key-set.ts';

export interface AuthenticationOptions {
  readonly issuer: string;
  /** What must stand in `aud`. */
  readonly audience: string;
  /** The clients of whom one must stand in `azp`. */
  readonly clients: ReadonlySet<string>;
  readonly keySet: KeySet;
}

export interface Identity {
  readonly principal: Principal;
  /** The language that the user chose at the identity provider. */
  readonly locale: string | undefined;
}

export interface Authentication {
  /** Who an `Authorization` header stands for: nobody without one. Throws an HttpRefusal 401 for one that is not good. */
  identify(authorization: string | undefined): Promise<Identity>;
}

/** Asymmetric only, and no `none`: with a symmetric one the public key would be the secret (RFC 8725, section 3.1). */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const tokenLengthMax = 8_192;
const tokensMax = 20_000;
const clockToleranceSeconds = 5;

export function createAuthentication(options: AuthenticationOptions): Authentication {
  const known = new LRUCache<string, { identity: Identity; expires: number }>({ max: tokensMax });

  async function verify(token: string): Promise<{ identity: Identity; expires: number }> {
    const { payload } = await jwtVerify(token, (header) => options.keySet.find(header), {
      algorithms,
      issuer: options.issuer,
      audience: options.audience,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'sub'],
    });
    const claims = accessTokenClaims.parse(payload);
    if (claims.cnf !== undefined)
      throw unauthenticated('The token is bound to a key (cnf), which is not supported here. Ask for a plain bearer token.');
    if (!options.clients.has(claims.azp)) throw unauthenticated('The token was issued to an application that may not use the graph.');
    return { identity: { principal: toPrincipal(claims), locale: claims.locale }, expires: claims.exp };
  }

  return {
    async identify(authorization) {
      if (authorization === undefined) return { principal: anonymous, locale: undefined };
      const token = /^bearer ([\w.-]+)$/i.exec(authorization)?.[1];
      if (token === undefined || token.length > tokenLengthMax) throw unauthenticated('The Authorization header is not a bearer token.');
      const key = createHash('sha256').update(token).digest('base64');
      const kept = known.get(key);
      if (kept !== undefined && kept.expires > Date.now() / 1_000) return kept.identity;
      try {
        const verified = await verify(token);
        known.set(key, verified);
        return verified.identity;
      } catch (error) {
        if (error instanceof HttpRefusal) throw error;
        if (error instanceof KeysUnavailable) {
          throw new HttpRefusal(
            503,
            'UPSTREAM_UNAVAILABLE',
            'Logging in is not possible now. Try again in a minute.',
            { 'retry-after': '5' },
            error,
          );
        }
        throw unauthenticated('The token is not valid or has expired. Log in again.', error);
      }
    },
  };
}

function unauthenticated(message: string, cause?: unknown): HttpRefusal {
  return new HttpRefusal(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer error="invalid_token"' }, { cause });
}
