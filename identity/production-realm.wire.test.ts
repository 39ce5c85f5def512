import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BrowserWithoutScript } from './testkit/browser-without-script.ts';
import { IdentityClient } from './testkit/client.ts';
import { keycloakHome } from './testkit/environment.ts';
import { startKeycloak } from './testkit/keycloak.ts';
import type { RunningIdentity } from './testkit/running-identity.ts';

const missing = keycloakHome === undefined ? ' (skipped: no Keycloak; set KEYCLOAK_HOME, tools/install-keycloak.sh gets it)' : '';
const startMsMax = 330_000;
const bankOrigin = 'https://bank.example';
const admin = { username: 'admin-of-this-test', password: 'password-of-this-test' };
const secrets = {
  PORTICO_API_SECRET: 'api-secret-of-this-test',
  PORTICO_CERBERUS_SECRET: 'cerberus-secret-of-this-test',
  PORTICO_MESSENGERS_SECRET: 'messengers-secret-of-this-test',
};

describe.skipIf(keycloakHome === undefined)(`the realm of production in Keycloak${missing}`, () => {
  let keycloak: RunningIdentity;
  let client: IdentityClient;
  beforeAll(async () => {
    const bootstrap = { KC_BOOTSTRAP_ADMIN_USERNAME: admin.username, KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password };
    keycloak = await startKeycloak(keycloakHome ?? '', bankOrigin, { ...secrets, ...bootstrap }, 'production');
    client = new IdentityClient(keycloak.origin);
  }, startMsMax);
  afterAll(() => keycloak?.stop(), startMsMax);

  const logIn = (redirectUri: string, clientId = 'portico-web') =>
    `${client.address('auth')}?${new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirectUri,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      prompt: 'none',
    })}`;

  it.each([
    ['portico-web', '/'],
    ['portico-explorer', '/explorer'],
    ['portico-messengers', '/link/callback'],
  ])('leads from the log-in of %s to the bank, and to no other place', async (clientId, path) => {
    const { url } = await new BrowserWithoutScript().open(logIn(`${bankOrigin}${path}`, clientId), bankOrigin);
    expect([url.origin, url.pathname, url.searchParams.get('error')]).toEqual([bankOrigin, path, 'login_required']);
    const elsewhere = ['http://localhost:31337/steal', 'http://localhost/steal', 'http://127.0.0.1:4000/', 'http://bank.example/'];
    for (const redirectUri of [...elsewhere, `${bankOrigin}.evil.example/`]) {
      const response = await fetch(logIn(redirectUri, clientId), { redirect: 'manual' });
      expect([redirectUri, response.status, response.headers.get('location')]).toEqual([redirectUri, 400, null]);
    }
  });

  it('knows no demo user and no client that asks for a password', async () => {
    expect(await client.refusal(client.withPassword('olena'))).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await client.refusal(client.withPassword('olena', 'portico-demo', 'portico-web'))).toMatchObject({ status: 400 });
    expect(await usernames()).toEqual([]);
  });

  it('takes the secrets of whoever runs it, and none of development', async () => {
    expect((await client.tokens(client.serviceAccount(secrets.PORTICO_CERBERUS_SECRET))).access_token).toBeTypeOf('string');
    for (const known of ['cerberus-development-secret', `\${PORTICO_CERBERUS_SECRET}`])
      expect(await client.refusal(client.serviceAccount(known))).toMatchObject({ status: 401 });
  });

  it('gives nothing of the graph and no customer number to a client that somebody makes later', async () => {
    const created = await manage('clients', {
      clientId: 'a-partner',
      protocol: 'openid-connect',
      publicClient: true,
      standardFlowEnabled: true,
    });
    expect(created.status).toBe(201);
    const { pathname } = new URL(created.headers.get('location') ?? '');
    const id = pathname.split('/').at(-1) ?? '';
    expect(await namesOf(`clients/${id}/default-client-scopes`)).toEqual(['basic', 'roles', 'web-origins']);
    // Keycloak brings offline_access itself; it tells nothing of a person.
    expect(await namesOf(`clients/${id}/optional-client-scopes`)).toEqual(['email', 'offline_access', 'profile']);
  });

  async function manage(path: string, body?: object): Promise<Response> {
    const form = { grant_type: 'password', client_id: 'admin-cli', ...admin };
    const url = `${keycloak.origin}/realms/master/protocol/openid-connect/token`;
    const answer = z
      .object({ access_token: z.string() })
      .parse(await (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).json());
    return fetch(`${keycloak.origin}/admin/realms/portico/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${answer.access_token}`, 'content-type': 'application/json' },
    });
  }

  async function namesOf(path: string): Promise<string[]> {
    const scopes = z.array(z.object({ name: z.string() })).parse(await (await manage(path)).json());
    return scopes.map(({ name }) => name).sort();
  }

  async function usernames(): Promise<string[]> {
    return z
      .array(z.object({ username: z.string() }))
      .parse(await (await manage('users')).json())
      .map(({ username }) => username);
  }
});
