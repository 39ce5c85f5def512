import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Identity, TokenSet } from '../core/identity.ts';

export interface KeycloakOptions {
  /** `http://localhost:4000/realms/portico` */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** What a log-in that has begun must come back to. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Milliseconds since the epoch, by our clock. */
  readonly begunAt: number;
}

export interface LoggedIn {
  readonly subject: string;
  readonly tokens: TokenSet;
}

/** A confidential client of Keycloak: authorization code with PKCE, its secret kept on the server. */
export interface Keycloak extends Identity {
  /** Where the browser goes to log in, and what to keep until it comes back. */
  begin(redirectUri: string, language: string): { readonly url: string; readonly pending: PendingLogin };
  /** Undefined where the code is not good, or nobody answered. */
  complete(code: string, redirectUri: string, pending: PendingLogin): Promise<LoggedIn | undefined>;
}

const timeoutMs = 10_000;
const answerBytesMax = 100_000;
const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  id_token: z.string().optional(),
  expires_in: z.number().min(1),
});

export function createKeycloak({ issuer, clientId, clientSecret, logger, now }: KeycloakOptions): Keycloak {
  const endpoint = (name: string) => `${issuer}/protocol/openid-connect/${name}`;
  const keys = createRemoteJWKSet(new URL(endpoint('certs')), { timeoutDuration: timeoutMs });
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');

  async function post(name: string, form: Readonly<Record<string, string>>): Promise<{ status: number; text: string } | undefined> {
    try {
      const response = await fetch(endpoint(name), {
        method: 'POST',
        headers: { authorization: `Basic ${basic}`, accept: 'application/json' },
        body: new URLSearchParams(form),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, text: (await response.text()).slice(0, answerBytesMax) };
    } catch (error) {
      logger.warn({ err: error, endpoint: name }, 'the identity provider does not answer');
      return undefined;
    }
  }

  return {
    begin(redirectUri, language) {
      const pending = { state: randomToken(), nonce: randomToken(), verifier: randomToken(), begunAt: now().getTime() };
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: redirectUri,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
        code_challenge_method: 'S256',
        // Whoever sits at this browser proves who he is for this chat; a session that is open here does not do. The browser could
        // leave this out of the address, so `complete` looks at when the log-in was.
        prompt: 'login',
        ui_locales: language,
      });
      return { url: `${endpoint('auth')}?${query}`, pending };
    },

    async complete(code, redirectUri, pending) {
      const answer = await post('token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: pending.verifier,
      });
      const tokens = answer?.status === 200 ? readTokens(answer.text, now) : undefined;
      if (tokens?.idToken === undefined) return undefined;
      try {
        const { payload } = await jwtVerify(tokens.idToken, keys, {
          issuer,
          audience: clientId,
          algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
          requiredClaims: ['sub', 'exp', 'iat', 'nonce', 'auth_time'],
          clockTolerance: 5,
          currentDate: now(),
        });
        if (payload.nonce !== pending.nonce || payload.sub === undefined) return undefined;
        if (!isOfNow(payload, now().getTime() - pending.begunAt)) {
          logger.warn('a chat was to be linked by a log-in that was made before');
          return undefined;
        }
        return { subject: payload.sub, tokens: tokens.set };
      } catch (error) {
        logger.warn({ err: error }, 'an ID token is not good');
        return undefined;
      }
    },

    async refresh(refreshToken) {
      const answer = await post('token', { grant_type: 'refresh_token', refresh_token: refreshToken });
      if (answer === undefined || answer.status >= 500 || answer.status === 429) return { kind: 'unavailable' };
      if (answer.status !== 200) return { kind: 'over' };
      const tokens = readTokens(answer.text, now);
      return tokens === undefined ? { kind: 'unavailable' } : { kind: 'refreshed', tokens: tokens.set };
    },

    async check(accessToken) {
      try {
        const response = await fetch(endpoint('userinfo'), {
          headers: { authorization: `Bearer ${accessToken}` },
          signal: AbortSignal.timeout(timeoutMs),
        });
        await response.body?.cancel();
        if (response.status === 401) return 'over';
        return response.ok ? 'alive' : 'unavailable';
      } catch {
        return 'unavailable';
      }
    },

    async end(refreshToken) {
      const answer = await post('logout', { refresh_token: refreshToken });
      // 400: Keycloak does not know the token, so its session has ended already.
      return answer !== undefined && (answer.status < 300 || answer.status === 400);
    },
  };
}

/**
 * Whether the password was entered since the log-in was begun (OpenID Connect Core, section 2, `auth_time`). Both moments in the
 * token are the identity provider's, so it is their distance that counts, and our clocks may differ. They are whole seconds.
 */
function isOfNow({ iat = 0, auth_time: authTime }: JWTPayload, sinceBegunMs: number): boolean {
  return typeof authTime === 'number' && iat - authTime <= sinceBegunMs / 1_000 + 1;
}

function readTokens(text: string, now: () => Date): { readonly set: TokenSet; readonly idToken: string | undefined } | undefined {
  try {
    const { access_token, refresh_token, id_token, expires_in } = tokenAnswer.parse(JSON.parse(text));
    const set = { accessToken: access_token, accessExpiresAt: now().getTime() + expires_in * 1_000, refreshToken: refresh_token };
    return { set, idToken: id_token };
  } catch {
    return undefined;
  }
}

/** Whether two token sets are of one session, so that ending one would end the other. */
export function sameSession(a: TokenSet, b: TokenSet): boolean {
  const sid = ({ accessToken }: TokenSet) => {
    try {
      return decodeJwt(accessToken).sid;
    } catch {
      return undefined;
    }
  };
  const own = sid(a);
  return own !== undefined && own === sid(b);
}

function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
