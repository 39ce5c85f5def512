import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { subgraphs } from '#bank/lists.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import { respondJson } from '#platform/http/respond-json.ts';

export interface TokenClaims {
  readonly customerNumber?: string | undefined;
  readonly roles?: readonly string[];
  readonly scopes?: readonly string[];
  readonly issuer?: string;
  readonly audience?: string;
  readonly typ?: string;
  readonly expiresInSeconds?: number;
  readonly kid?: string;
  readonly locale?: string;
  /** The client that the token is issued to, in `azp`. */
  readonly client?: string;
}

/**
 * An identity provider of the test's own: it signs whatever tokens a test needs, wrong ones too, gives service accounts theirs, and
 * counts who asks for keys.
 */
export interface TokenIssuer {
  /** What a process of the bank must be told of it. Its name is one that production takes; its addresses are on this machine. */
  readonly settings: Readonly<Record<string, string>>;
  keyFetches(): number;
  token(claims?: TokenClaims): Promise<string>;
  /** Signed with HS256, the public key taken for the secret. */
  confusedToken(claims?: TokenClaims): Promise<string>;
  unsignedToken(claims?: TokenClaims): string;
  /** While it is unavailable, nobody gets keys. */
  setUnavailable(unavailable: boolean): void;
  stop(): Promise<void>;
}

const audience = 'portico-api';
const allScopes = [
  'openid',
  ...subgraphs.flatMap(({ scopes }) => scopes.filter(({ grantedTo }) => grantedTo === 'customers').map(({ name }) => name)),
];

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test-key', alg: 'RS256', use: 'sig' };
  const spki = await exportSPKI(publicKey);
  let fetches = 0;
  let unavailable = false;
  const server = createHttpServer({
    name: 'token issuer',
    host: '127.0.0.1',
    port: 0,
    handle: async (request, response) => {
      if (request.method === 'POST' && !unavailable) return respondJson(response, 200, await serviceToken());
      fetches += 1;
      if (unavailable) respondJson(response, 503, {});
      else respondJson(response, 200, { keys: [jwk] });
    },
  });
  await server.start();
  const issuer = 'https://id.test/realms/portico';

  function payloadOf(claims: TokenClaims) {
    return {
      typ: claims.typ ?? 'Bearer',
      azp: claims.client ?? 'portico-web',
      scope: (claims.scopes ?? allScopes).join(' '),
      realm_access: { roles: [...(claims.roles ?? ['customer'])] },
      jti: randomUUID(),
      ...(claims.customerNumber === undefined ? {} : { customer_number: claims.customerNumber }),
      ...(claims.locale === undefined ? {} : { locale: claims.locale }),
    };
  }

  function sign(claims: TokenClaims, alg: string, key: CryptoKey | Uint8Array): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT(payloadOf(claims))
      .setProtectedHeader({ alg, kid: claims.kid ?? jwk.kid, typ: 'JWT' })
      .setIssuer(claims.issuer ?? issuer)
      .setAudience(claims.audience ?? audience)
      .setSubject(`user-${claims.customerNumber ?? 'nobody'}`)
      .setIssuedAt(now)
      .setExpirationTime(now + (claims.expiresInSeconds ?? 300))
      .sign(key);
  }

  /** client_credentials, for whoever asks: what Cerberus makes of the token is what matters. */
  async function serviceToken() {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { typ: 'Bearer', azp: 'portico-cerberus', client_id: 'portico-cerberus', jti: randomUUID() };
    const accessToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience([audience, 'cerberus'])
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(privateKey);
    return { access_token: accessToken, token_type: 'Bearer', expires_in: 300 };
  }

  const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  return {
    settings: { IDENTITY_ISSUER: issuer, IDENTITY_JWKS_URL: `${server.url}/certs`, CERBERUS_TOKEN_URL: `${server.url}/token` },
    keyFetches: () => fetches,
    token: (claims = {}) => sign(claims, 'RS256', privateKey),
    confusedToken: (claims = {}) => sign(claims, 'HS256', new TextEncoder().encode(spki)),
    unsignedToken: (claims = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const payload = { ...payloadOf(claims), iss: issuer, aud: audience, sub: 'user', iat: now, exp: now + 300 };
      return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(payload)}.`;
    },
    setUnavailable: (value) => {
      unavailable = value;
    },
    stop: () => server.stop(),
  };
}
