import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { readRealm } from './realm.ts';
import { createIdentityServer, type IdentityServer } from './server.ts';
import type { IdentityMode } from './stand-in/mode.ts';
import { createIdentityStandIn } from './stand-in/stand-in.ts';
import { BrowserWithoutScript } from './testkit/browser-without-script.ts';
import { IdentityClient, type TokenAnswer } from './testkit/client.ts';

const logger = createLogger('identity', 'silent');
const realm = readRealm();

describe('the stand-in', () => {
  it.each(['0.0.0.0', '192.168.1.10', 'portico.example', ''])('refuses to listen on %j', (host) => {
    expect(() => createIdentityServer({ mode: 'development', host, port: 0, realm, logger })).toThrow(/this machine only.*run Keycloak/);
  });

  it('refuses to be known by another name than this machine’s', () => {
    const make = () => createIdentityStandIn({ mode: 'development', issuerOrigin: 'https://bank.example', realm, logger });
    expect(make).toThrow(/this machine only.*run Keycloak/);
  });

  it('refuses production, and says what to do instead', () => {
    const mode: IdentityMode = 'production';
    const refusal = /does not run in production. Run Keycloak, import identity\/realm\/production.json/;
    expect(() => createIdentityServer({ mode, host: '127.0.0.1', port: 0, realm, logger })).toThrow(refusal);
    expect(() => createIdentityStandIn({ mode, issuerOrigin: 'http://localhost:4000', realm, logger })).toThrow(refusal);
  });

  describe('while it runs', () => {
    let server: IdentityServer;
    let nowMs = 0;
    const client = () => new IdentityClient(server.url);

    beforeAll(async () => {
      server = createIdentityServer({ mode: 'development', host: 'localhost', port: 0, realm, logger, clock: () => nowMs });
      await server.start();
    });

    afterAll(() => server.stop());

    it('lets a locked-out user in again after a minute', async () => {
      for (let count = 0; count < 10; count += 1) await client().refusal(client().withPassword('olena', 'wrong'));
      expect(await client().refusal(client().withPassword('olena'))).toMatchObject({ error: 'invalid_grant' });
      nowMs += 59_999;
      expect(await client().refusal(client().withPassword('olena'))).toMatchObject({ error: 'invalid_grant' });
      nowMs += 1;
      expect(await client().tokens(client().withPassword('olena'))).toHaveProperty('access_token');
    });

    it('forgets wrong passwords after a right one', async () => {
      for (let round = 0; round < 3; round += 1) {
        for (let count = 0; count < 9; count += 1) await client().refusal(client().withPassword('iryna', 'wrong'));
        expect(await client().tokens(client().withPassword('iryna'))).toHaveProperty('access_token');
      }
    });

    it('reads no body above 10 kB, announced or not', async () => {
      expect((await client().post('token', { grant_type: 'password', username: 'x'.repeat(11_000) })).status).toBe(413);
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const sent = request(client().address('token'), { method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.on('error', reject);
        // No length is announced and no end ever comes.
        for (let count = 0; count < 11; count += 1) sent.write('x'.repeat(1_000));
      });
      expect(status).toBe(413);
    });

    it('shows its pages without a script, unframed, and with nothing from elsewhere', async () => {
      const response = await fetch(client().address('logout'));
      expect(await response.text()).toContain('You are logged out');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/);
      expect(response.headers.get('cache-control')).toBe('no-store');
    });

    it('escapes what a request brings to the page', async () => {
      const query = new URLSearchParams({
        client_id: '<script>alert(1)</script>',
        response_type: 'code',
        redirect_uri: 'http://localhost/',
      });
      const page = await (await fetch(`${client().address('auth')}?${query}`)).text();
      expect(page).toContain('This did not work');
      expect(page).not.toContain('<script');
    });

    it('signs the first person out when somebody else signs in at the same browser', async () => {
      const browser = new BrowserWithoutScript();
      const first = await signIn(browser, 'taras', {});
      expect(await client().introspect(first.access_token)).toMatchObject({ active: true, username: 'taras' });
      const second = await signIn(browser, 'mykola', { prompt: 'login' });
      expect(await client().introspect(second.access_token)).toMatchObject({ active: true, username: 'mykola' });
      expect(await client().introspect(first.access_token)).toEqual({ active: false });
    });

    it('takes a browser from another name of this machine to the issuer’s, where its cookies are', async () => {
      const { port } = new URL(server.url);
      const location = await new Promise<string | undefined>((resolve, reject) => {
        const options = {
          port,
          host: 'localhost',
          path: '/realms/portico/protocol/openid-connect/auth?x=1',
          headers: { host: `127.0.0.1:${port}` },
        };
        const asked = request(options, (response) => {
          response.resume();
          resolve(response.headers.location);
        });
        asked.on('error', reject).end();
      });
      expect(location).toBe(`${client().address('auth')}?x=1`);
    });

    async function signIn(browser: BrowserWithoutScript, username: string, extra: Record<string, string>): Promise<TokenAnswer> {
      const redirectUri = 'http://localhost:4000/callback';
      const codeVerifier = randomBytes(32).toString('base64url');
      const query = new URLSearchParams({
        client_id: 'portico-web',
        response_type: 'code',
        scope: 'openid',
        redirect_uri: redirectUri,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...extra,
      });
      const returned = await browser.signIn(`${client().address('auth')}?${query}`, redirectUri, username, 'portico-demo');
      return await client().tokens({
        grant_type: 'authorization_code',
        client_id: 'portico-web',
        redirect_uri: redirectUri,
        code: returned.searchParams.get('code') ?? '',
        code_verifier: codeVerifier,
      });
    }

    it.each([
      ['another realm', '/realms/master/protocol/openid-connect/certs', 404],
      ['an unknown page', '/realms/portico/admin', 404],
      ['a realm whose name only begins alike', '/realms/portico-x', 404],
      ['nothing of the prototype', '/realms/portico/__proto__', 404],
      ['the realm itself', '/realms/portico', 200],
    ])('answers %s at %s with %i', async (_what, path, status) => {
      expect((await fetch(server.url + path)).status).toBe(status);
    });

    it('answers a method that a page does not have', async () => {
      expect((await fetch(client().address('token'))).status).toBe(405);
    });
  });

  it('prints nothing of its own accord', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    const server = createIdentityServer({ mode: 'development', host: '127.0.0.1', port: 0, realm, logger });
    await server.start();
    const client = new IdentityClient(server.url);
    await client.tokens(client.withPassword('olena'));
    await client.refusal(client.withPassword('olena', 'wrong'));
    await server.stop();
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('forgets every session on reset', async () => {
    const server = createIdentityServer({ mode: 'development', host: '127.0.0.1', port: 0, realm, logger });
    await server.start();
    const client = new IdentityClient(server.url);
    const { access_token: accessToken, refresh_token: refreshToken } = await client.tokens(client.withPassword('olena'));
    server.reset();
    expect(await client.introspect(accessToken)).toEqual({ active: false });
    expect(await client.refusal(client.refresh(refreshToken))).toMatchObject({ error: 'invalid_grant' });
    await server.stop();
  });
});
