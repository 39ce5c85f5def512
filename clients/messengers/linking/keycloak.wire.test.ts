import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { readBody } from '#platform/http/json-body.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { type Clock, createClock } from '../testkit/store.ts';
import { createKeycloak, type Keycloak } from './keycloak.ts';

const redirectUri = 'https://bank.test/link/callback';
const clientId = 'portico-messengers';

const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
const { privateKey: otherKey } = await generateKeyPair('RS256');

let server: HttpServer;
let keycloak: Keycloak;
let clock: Clock;
let tokenAnswer: { status: number; body: object };
const forms: URLSearchParams[] = [];

beforeAll(async () => {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' };
  server = createHttpServer({
    name: 'identity provider',
    host: '127.0.0.1',
    port: 0,
    async handle(request, response) {
      const form = new URLSearchParams((await readBody(request, 10_000)).toString('utf8'));
      if (request.url?.endsWith('/certs')) return respondJson(response, 200, { keys: [jwk] });
      forms.push(form);
      respondJson(response, tokenAnswer.status, tokenAnswer.body);
    },
  });
  await server.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  clock = createClock();
  forms.length = 0;
  keycloak = createKeycloak({
    issuer: server.url,
    clientId,
    clientSecret: 'secret',
    logger: createLogger('test', 'silent'),
    now: clock.now,
  });
});

const seconds = () => Math.floor(clock.now().getTime() / 1_000);

/** Begins a log-in, lets `takesMs` pass, and comes back with an ID token that differs from a good one by `claims`. */
async function logIn(claims: JWTPayload = {}, { key = privateKey, takesMs = 20_000, leaveOut = [] as string[] } = {}) {
  const { pending } = keycloak.begin(redirectUri, 'uk');
  clock.pass(takesMs);
  const payload: JWTPayload = {
    iss: server.url,
    aud: clientId,
    sub: 'olena',
    iat: seconds(),
    exp: seconds() + 300,
    nonce: pending.nonce,
    auth_time: seconds() - 1,
    ...claims,
  };
  for (const name of leaveOut) delete payload[name];
  const idToken = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'key' }).sign(key);
  tokenAnswer = { status: 200, body: { access_token: 'access', refresh_token: 'refresh', expires_in: 300, id_token: idToken } };
  return await keycloak.complete('code', redirectUri, pending);
}

describe('a log-in', () => {
  it('begins with a state, a nonce and a challenge of its own, and asks for the password', () => {
    const begun = [keycloak.begin(redirectUri, 'uk'), keycloak.begin(redirectUri, 'uk')];
    for (const { url, pending } of begun) {
      const query = Object.fromEntries(new URL(url).searchParams);
      expect(query).toMatchObject({
        response_type: 'code',
        prompt: 'login',
        redirect_uri: redirectUri,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge_method: 'S256',
        code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
      });
    }
    const secrets = begun.flatMap(({ pending: { state, nonce, verifier } }) => [state, nonce, verifier]);
    expect(new Set(secrets).size).toBe(6);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('that comes back as it should is taken, and its code is redeemed with the verifier', async () => {
    expect(await logIn()).toEqual({
      subject: 'olena',
      tokens: { accessToken: 'access', refreshToken: 'refresh', accessExpiresAt: clock.now().getTime() + 300_000 },
    });
    expect(forms[0]?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  });

  type Options = Parameters<typeof logIn>[1];
  const untaken: readonly (readonly [string, JWTPayload, Options])[] = [
    ['of another nonce', { nonce: 'another' }, {}],
    ['without a nonce', {}, { leaveOut: ['nonce'] }],
    ['for another client', { aud: 'portico-web' }, {}],
    ['of another issuer', { iss: 'https://elsewhere.test' }, {}],
    ['that has expired', { exp: seconds0() - 60 }, {}],
    ['without an end', {}, { leaveOut: ['exp'] }],
    ['of nobody', {}, { leaveOut: ['sub'] }],
    ['signed by somebody else', {}, { key: otherKey }],
    ['that does not say when the password was entered', {}, { leaveOut: ['auth_time'] }],
    ['that says it in words', { auth_time: 'just now' }, {}],
  ];
  it.each(untaken)('%s is not taken', async (_, claims, options) => expect(await logIn(claims, options)).toBeUndefined());

  it('counts only when the password was entered after it was begun, whatever the identity provider’s clock shows', async () => {
    for (const skew of [0, -4, 4]) {
      const at = (takesSeconds: number, age: number) => {
        const now = seconds() + takesSeconds + skew;
        return { iat: now, exp: now + 300, auth_time: now - age };
      };
      expect(await logIn(at(20, 20), { takesMs: 20_000 }), `as it began, ${skew}`).toBeDefined();
      expect(await logIn(at(20, 22), { takesMs: 20_000 }), `before it began, ${skew}`).toBeUndefined();
      expect(await logIn(at(1, 3_600), { takesMs: 1_000 }), `an hour ago, ${skew}`).toBeUndefined();
    }
  });
});

function seconds0(): number {
  return Math.floor(createClock().now().getTime() / 1_000);
}

describe('a refresh', () => {
  it.each([
    [200, { access_token: 'a', refresh_token: 'r', expires_in: 300 }, 'refreshed'],
    [200, { access_token: 'a' }, 'unavailable'],
    [400, { error: 'invalid_grant' }, 'over'],
    [401, {}, 'over'],
    [429, {}, 'unavailable'],
    [503, {}, 'unavailable'],
  ] as const)('answered %i %j: %s', async (status, body, kind) => {
    tokenAnswer = { status, body };
    expect((await keycloak.refresh('refresh')).kind).toBe(kind);
    expect(forms[0]?.get('grant_type')).toBe('refresh_token');
  });
});
