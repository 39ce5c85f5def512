import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { BrowserWithoutScript } from '../testkit/browser-without-script.ts';
import { IdentityClient, type TokenAnswer } from '../testkit/client.ts';
import type { ContractSubject } from './contract.ts';

export function describeAuthorizationCode({ running, webOrigin }: ContractSubject): void {
  const client = () => new IdentityClient(running().origin);
  const callback = () => `${webOrigin()}/callback`;

  describe('the authorization code flow', () => {
    it('signs a person in without a script and gives the application tokens', async () => {
      const { tokens, returned } = await signIn(new BrowserWithoutScript(), 'taras');
      expect(returned.searchParams.get('state')).toBe('s1');
      expect(returned.searchParams.get('iss')).toBe(client().issuer);
      expect(decodeJwt(tokens.access_token)).toMatchObject({
        aud: 'portico-api',
        azp: 'portico-web',
        preferred_username: 'taras',
        customer_number: '100000000000000231',
        realm_access: { roles: ['customer'] },
      });
      const ofTheGraph = [
        'accounts:read',
        'cards:read',
        'cards:write',
        'customer:read',
        'notices:read',
        'notices:write',
        'payees:read',
        'payees:write',
      ];
      expect(tokens.scope.split(' ').sort()).toEqual([...ofTheGraph, 'email', 'openid', 'profile'].sort());
      expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({ aud: 'portico-web', nonce: 'n1', preferred_username: 'taras' });
    });

    it('does not ask again while the session lives', async () => {
      const browser = new BrowserWithoutScript();
      await signIn(browser, 'taras');
      const { url } = await browser.open(authorization({ code_challenge: challengeOf(verifier()) }), callback());
      expect(url.searchParams.get('code')).toBeTypeOf('string');
    });

    it('gives tokens for a code once, and only with its verifier', async () => {
      const own = verifier();
      const returned = await new BrowserWithoutScript().signIn(
        authorization({ code_challenge: challengeOf(own) }),
        callback(),
        'taras',
        'portico-demo',
      );
      expect(await client().refusal(codeForm(returned, verifier()))).toMatchObject({ status: 400, error: 'invalid_grant' });

      const { code, secret } = await freshCode();
      await client().tokens(codeForm(code, secret));
      expect(await client().refusal(codeForm(code, secret))).toMatchObject({ status: 400, error: 'invalid_grant' });
    });

    it('stays on the page after a wrong password', async () => {
      const address = authorization({ code_challenge: challengeOf(verifier()) });
      const url = await new BrowserWithoutScript().signIn(address, callback(), 'mykola', 'wrong');
      expect(url.origin).toBe(running().origin);
    });

    it('sends an application without PKCE back with an error', async () => {
      const { url } = await new BrowserWithoutScript().open(authorization({}), callback());
      expect(url.searchParams.get('error')).toBe('invalid_request');
      expect(url.searchParams.get('code')).toBeNull();
    });

    it.each([
      'http://evil.example/callback',
      'http://localhost.evil.example/callback',
      'http://localhost:1@evil.example/callback',
      'http://user@localhost:4999/callback',
      'http://localhost:4000/a/../callback',
      'http://[::1]:4000/callback',
      'https://localhost/callback',
      'javascript:alert(1)',
    ])('never leads to %s', async (redirectUri) => {
      const address = authorization({ redirect_uri: redirectUri, code_challenge: challengeOf(verifier()) });
      const response = await fetch(address, { redirect: 'manual' });
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    });

    it.each(['http://localhost:4999/callback', 'http://127.0.0.1:5173/', 'http://localhost/app/callback?view=cards'])(
      'leads to %s, which is on this machine',
      async (redirectUri) => {
        const address = authorization({ redirect_uri: redirectUri, code_challenge: challengeOf(verifier()), prompt: 'none' });
        const { url } = await new BrowserWithoutScript().open(address, redirectUri);
        expect(url.searchParams.get('error')).toBe('login_required');
      },
    );

    it('is refused to a client that nobody knows', async () => {
      const response = await fetch(authorization({ client_id: 'nobody', code_challenge: challengeOf(verifier()) }), { redirect: 'manual' });
      expect(response.status).toBe(400);
    });
  });

  describe('signing out in the browser', () => {
    it('ends the session and leads back to the application', async () => {
      const browser = new BrowserWithoutScript();
      const { tokens } = await signIn(browser, 'taras');
      const parameters = {
        id_token_hint: tokens.id_token ?? '',
        post_logout_redirect_uri: callback(),
        client_id: 'portico-web',
        state: 'bye',
      };
      const { url } = await browser.open(`${client().address('logout')}?${new URLSearchParams(parameters)}`, callback());
      expect(url.href.startsWith(callback())).toBe(true);
      expect(url.searchParams.get('state')).toBe('bye');

      expect(await client().refusal(client().refresh(tokens.refresh_token, 'portico-web'))).toMatchObject({ error: 'invalid_grant' });
      expect(await client().introspect(tokens.access_token)).toEqual({ active: false });
      const again = await browser.open(authorization({ code_challenge: challengeOf(verifier()), prompt: 'none' }), callback());
      expect(again.url.searchParams.get('error')).toBe('login_required');
    });

    it('never leads anywhere else', async () => {
      const browser = new BrowserWithoutScript();
      const { tokens } = await signIn(browser, 'taras');
      const parameters = new URLSearchParams({ id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: 'http://evil.example/' });
      const { response } = await browser.open(`${client().address('logout')}?${parameters}`, 'http://evil.example/');
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    });

    it('asks before it ends a session for a link that proves nothing', async () => {
      const browser = new BrowserWithoutScript();
      const { tokens } = await signIn(browser, 'taras');
      const { response } = await browser.open(client().address('logout'), callback());
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<form');
      expect(await client().introspect(tokens.access_token)).toMatchObject({ active: true });
    });
  });

  function authorization(parameters: Record<string, string>): string {
    const query = new URLSearchParams({
      client_id: 'portico-web',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: callback(),
      state: 's1',
      nonce: 'n1',
      ...('code_challenge' in parameters ? { code_challenge_method: 'S256' } : {}),
      ...parameters,
    });
    return `${client().address('auth')}?${query}`;
  }

  async function freshCode(): Promise<{ code: URL; secret: string }> {
    const secret = verifier();
    const address = authorization({ code_challenge: challengeOf(secret) });
    return { code: await new BrowserWithoutScript().signIn(address, callback(), 'taras', 'portico-demo'), secret };
  }

  async function signIn(browser: BrowserWithoutScript, username: string): Promise<{ tokens: TokenAnswer; returned: URL }> {
    const secret = verifier();
    const address = authorization({ code_challenge: challengeOf(secret) });
    const returned = await browser.signIn(address, callback(), username, 'portico-demo');
    return { tokens: await client().tokens(codeForm(returned, secret)), returned };
  }

  function codeForm(returned: URL, secret: string): Record<string, string> {
    return {
      grant_type: 'authorization_code',
      client_id: 'portico-web',
      redirect_uri: callback(),
      code: returned.searchParams.get('code') ?? '',
      code_verifier: secret,
    };
  }
}

function verifier(): string {
  return randomBytes(32).toString('base64url');
}

function challengeOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
