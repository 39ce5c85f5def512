import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { basic, IdentityClient } from '../testkit/client.ts';
import type { ContractSubject } from './contract.ts';

const refused = { status: 400, error: 'invalid_grant' };

export function describeSessions({ running }: ContractSubject): void {
  const client = () => new IdentityClient(running().origin);

  describe('a refresh token', () => {
    it('gives new tokens of the same session', async () => {
      const first = await client().tokens(client().withPassword('olena'));
      const second = await client().tokens(client().refresh(first.refresh_token));
      expect(decodeJwt(second.access_token)).toMatchObject({
        customer_number: '100000000000000117',
        sid: decodeJwt(first.access_token).sid,
      });
      expect(decodeJwt(second.access_token).jti).not.toBe(decodeJwt(first.access_token).jti);
      expect(second.refresh_token).not.toBe(first.refresh_token);
    });

    it('works once: a second use ends the session, because one of the two was a thief', async () => {
      const first = await client().tokens(client().withPassword('olena'));
      const second = await client().tokens(client().refresh(first.refresh_token));
      expect(await client().refusal(client().refresh(first.refresh_token))).toEqual(refused);
      expect(await client().refusal(client().refresh(second.refresh_token))).toEqual(refused);
    });

    it('is good for its own client only', async () => {
      const { refresh_token: refreshToken } = await client().tokens(client().withPassword('olena'));
      expect(await client().refusal(client().refresh(refreshToken, 'portico-web'))).toMatchObject({ error: 'invalid_grant' });
    });

    it('must be one that was issued', async () => {
      expect(await client().refusal(client().refresh('nonsense'))).toEqual(refused);
      const { access_token: accessToken } = await client().tokens(client().withPassword('olena'));
      expect(await client().refusal(client().refresh(accessToken))).toEqual(refused);
    });
  });

  describe('signing out with a refresh token', () => {
    it('ends the refresh token and the access token', async () => {
      const { access_token: accessToken, refresh_token: refreshToken = '' } = await client().tokens(client().withPassword('iryna'));
      expect(await client().introspect(accessToken)).toMatchObject({ active: true });
      const response = await client().post('logout', { client_id: 'portico-cli', refresh_token: refreshToken });
      expect(response.status).toBe(204);
      expect(await client().refusal(client().refresh(refreshToken))).toEqual(refused);
      expect(await client().introspect(accessToken)).toEqual({ active: false });
      expect((await userinfo(accessToken)).status).toBe(401);
    });

    it('ends nobody else’s session', async () => {
      const one = await client().tokens(client().withPassword('iryna'));
      const other = await client().tokens(client().withPassword('iryna'));
      await client().post('logout', { client_id: 'portico-cli', refresh_token: one.refresh_token ?? '' });
      expect(await client().introspect(other.access_token)).toMatchObject({ active: true });
    });
  });

  describe('revocation', () => {
    it('of a refresh token ends its session', async () => {
      const { access_token: accessToken, refresh_token: refreshToken = '' } = await client().tokens(client().withPassword('iryna'));
      expect((await client().post('revoke', { client_id: 'portico-cli', token: refreshToken })).status).toBe(200);
      expect(await client().refusal(client().refresh(refreshToken))).toEqual(refused);
      expect(await client().introspect(accessToken)).toEqual({ active: false });
    });

    it('of an access token ends that token alone', async () => {
      const { access_token: accessToken, refresh_token: refreshToken = '' } = await client().tokens(client().withPassword('iryna'));
      expect((await client().post('revoke', { client_id: 'portico-cli', token: accessToken })).status).toBe(200);
      expect(await client().introspect(accessToken)).toEqual({ active: false });
      expect(await client().tokens(client().refresh(refreshToken))).toHaveProperty('access_token');
    });
  });

  describe('introspection', () => {
    it('tells the graph about a token that is meant for it', async () => {
      const { access_token: accessToken } = await client().tokens(client().withPassword('olena'));
      expect(await client().introspect(accessToken)).toMatchObject({
        active: true,
        aud: 'portico-api',
        client_id: 'portico-cli',
        username: 'olena',
        token_type: 'Bearer',
        customer_number: '100000000000000117',
      });
    });

    it('says of garbage only that it is not active', async () => {
      expect(await client().introspect('garbage')).toEqual({ active: false });
    });

    it('tells nothing about a token that is meant for somebody else', async () => {
      const { access_token: token } = await client().tokens(client().withPassword('olena'));
      const authorization = basic('portico-cerberus', 'cerberus-development-secret');
      const response = await client().post('token/introspect', { token }, { authorization });
      expect(await response.json()).toEqual({ active: false });
    });

    it('is refused to a client without a secret, or with a wrong one', async () => {
      const { access_token: token } = await client().tokens(client().withPassword('olena'));
      expect((await client().post('token/introspect', { token, client_id: 'portico-cli' })).status).toBe(403);
      expect((await client().post('token/introspect', { token }, { authorization: basic('portico-api', 'a-wrong-secret') })).status).toBe(
        401,
      );
    });
  });

  describe('userinfo', () => {
    it('knows the owner of a token, however the scheme is spelt', async () => {
      const { access_token: accessToken } = await client().tokens(client().withPassword('olena'));
      for (const scheme of ['Bearer', 'bearer']) {
        const response = await userinfo(accessToken, scheme);
        expect(await response.json()).toMatchObject({
          sub: '7c5e0a54-2f0f-4a52-9d5e-1b6a3c1f0a01',
          preferred_username: 'olena',
          locale: 'uk',
        });
      }
    });

    it('needs the scope openid', async () => {
      const { access_token: accessToken } = await client().tokens(client().withPasswordAlone('olena'));
      expect((await userinfo(accessToken)).status).toBe(403);
    });

    it('refuses garbage', async () => {
      const response = await userinfo('garbage');
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    });
  });

  function userinfo(token: string, scheme = 'Bearer'): Promise<Response> {
    return fetch(client().address('userinfo'), { headers: { authorization: `${scheme} ${token}` } });
  }
}
