import type { IncomingHttpHeaders } from 'node:http';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { type ProtocolAnswer, textAnswer } from './protocol.ts';

export interface BearerCheckOptions {
  /** What must stand in `iss`: `https://id.bank/realms/portico`. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** What must stand in `aud`. */
  readonly audience: string;
  /** The one client that is let in, by `azp`. */
  readonly clientId: string;
  readonly clock: () => Date;
  /** Who asks for a token, as the challenge names it: the audience unless set. */
  readonly realm?: string;
}

const tokenLengthMax = 8_192;

/**
 * Looks at the bearer token of a call (RFC 6750) as Keycloak signs them: signature by the issuer's keys, issuer, audience,
 * expiry and client. Answers what is to be sent when it is not right, and nothing when it is.
 */
export function createBearerCheck(options: BearerCheckOptions): (headers: IncomingHttpHeaders) => Promise<ProtocolAnswer | undefined> {
  const { issuer, audience, clientId, clock, realm = audience } = options;
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), { timeoutDuration: 2_000, cooldownDuration: 1_000 });

  /** RFC 6750, section 3: no error code for a call that brought no token, and no reason in any case. */
  function challenge(status: 401 | 403, error?: string): ProtocolAnswer {
    const code = error === undefined ? '' : `, error="${error}"`;
    return textAnswer(status, 'A token of the realm is needed.', { 'www-authenticate': `Bearer realm="${realm}"${code}` });
  }

  return async ({ authorization = '' }) => {
    const [, token] = /^bearer +([\w~+/.=-]+)$/i.exec(authorization) ?? [];
    if (token === undefined || token.length > tokenLengthMax) return challenge(401);
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'azp'],
        currentDate: clock(),
      });
      return payload.azp === clientId && payload.typ === 'Bearer' ? undefined : challenge(403, 'insufficient_scope');
    } catch (error) {
      const keysUnavailable = !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout;
      return keysUnavailable ? textAnswer(503, 'The keys of the identity provider are unavailable.') : challenge(401, 'invalid_token');
    }
  };
}
