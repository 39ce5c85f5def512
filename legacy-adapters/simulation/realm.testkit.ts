import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createHttpServer } from '#platform/http/http-server.ts';
import { readBody } from '#platform/http/json-body.ts';
import { respondJson } from '#platform/http/respond-json.ts';

export const clientId = 'portico-cerberus';
export const clientSecret = 's<&>ecret %+:ї';

/** An identity provider of the test's own: a key set, a token endpoint for one client, and whatever token a test needs. */
export interface TestRealm {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
  /** A token as the realm gives it to Portico, but for what `change` says. */
  token(change?: Readonly<Record<string, unknown>>, alg?: 'RS256' | 'HS256'): Promise<string>;
  /** How many tokens the endpoint has given. */
  tokensGiven(): number;
  /** What is different in the tokens that it gives from now on. */
  give(change: Readonly<Record<string, unknown>>): void;
  stop(): Promise<void>;
}

/** `audience` is the legacy system that its tokens are for. */
export async function startRealm(audience = 'cerberus'): Promise<TestRealm> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  let given = 0;
  let different: Readonly<Record<string, unknown>> = {};

  const server = createHttpServer({
    name: 'realm',
    host: '127.0.0.1',
    port: 0,
    handle: async (request, response) => {
      if (request.method !== 'POST') return respondJson(response, 200, { keys: [jwk] });
      const form = new URLSearchParams((await readBody(request, 10_000)).toString());
      const known = request.headers.authorization === `Basic ${Buffer.from(basicPair()).toString('base64')}`;
      if (!known || form.get('grant_type') !== 'client_credentials') return respondJson(response, 401, { error: 'invalid_client' });
      given += 1;
      respondJson(response, 200, { access_token: await token(different), token_type: 'Bearer', expires_in: 300 });
    },
  });
  await server.start();
  const issuer = `${server.url}/realms/portico`;

  function token(change: Readonly<Record<string, unknown>> = {}, alg: 'RS256' | 'HS256' = 'RS256'): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer, aud: ['portico-api', audience], azp: clientId, typ: 'Bearer', iat: now, exp: now + 300, ...change };
    const key = alg === 'RS256' ? privateKey : new TextEncoder().encode('x'.repeat(32));
    return new SignJWT(claims).setProtectedHeader({ alg, kid: 'k' }).sign(key);
  }

  return {
    issuer,
    jwksUrl: `${server.url}/certs`,
    tokenUrl: `${issuer}/protocol/openid-connect/token`,
    token,
    tokensGiven: () => given,
    give: (change) => {
      different = change;
    },
    stop: () => server.stop(),
  };
}

/** RFC 6749, 2.3.1: both halves are form-encoded before they are joined. */
function basicPair(): string {
  const encoded = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
  return `${encoded(clientId)}:${encoded(clientSecret)}`;
}
