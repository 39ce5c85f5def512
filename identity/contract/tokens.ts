import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { IdentityClient } from '../testkit/client.ts';
import type { ContractSubject } from './contract.ts';

export function describeTokens({ running }: ContractSubject): void {
  const client = () => new IdentityClient(running().origin);

  async function verify(token: string, audience = 'portico-api'): Promise<JWTPayload> {
    const keys = createRemoteJWKSet(new URL(client().address('certs')));
    const options = { issuer: client().issuer, audience, algorithms: ['RS256'], typ: 'JWT' };
    return (await jwtVerify(token, keys, options)).payload;
  }

  describe('discovery', () => {
    it('names every address below the issuer', async () => {
      const response = await fetch(`${client().issuer}/.well-known/openid-configuration`);
      const document = z.record(z.string(), z.unknown()).parse(await response.json());
      expect(document).toMatchObject({
        issuer: client().issuer,
        authorization_endpoint: client().address('auth'),
        token_endpoint: client().address('token'),
        introspection_endpoint: client().address('token/introspect'),
        revocation_endpoint: client().address('revoke'),
        userinfo_endpoint: client().address('userinfo'),
        end_session_endpoint: client().address('logout'),
        jwks_uri: client().address('certs'),
        check_session_iframe: client().address('login-status-iframe.html'),
      });
      expect(document.code_challenge_methods_supported).toContain('S256');
    });

    it('shows public keys only', async () => {
      const { keys } = z
        .object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) })
        .parse(await (await fetch(client().address('certs'))).json());
      expect(keys.filter((key) => key.use === 'sig')).toMatchObject([{ kty: 'RSA', alg: 'RS256' }]);
      for (const key of keys) expect(Object.keys(key)).not.toEqual(expect.arrayContaining(['d']));
    });
  });

  describe('the password grant', () => {
    it('gives a customer a token for the graph', async () => {
      const answer = await client().tokens(client().withPassword('olena'));
      expect(answer).toMatchObject({ token_type: 'Bearer', refresh_expires_in: 1_800 });
      expect(answer.expires_in).toBeGreaterThan(290);
      const claims = await verify(answer.access_token);
      expect(claims).toMatchObject({
        aud: 'portico-api',
        sub: '7c5e0a54-2f0f-4a52-9d5e-1b6a3c1f0a01',
        typ: 'Bearer',
        azp: 'portico-cli',
        preferred_username: 'olena',
        name: 'Олена Коваленко',
        email: 'olena@portico.example',
        email_verified: true,
        locale: 'uk',
        customer_number: '100000000000000117',
        realm_access: { roles: ['customer'] },
      });
      expect(claims.jti).toBeTypeOf('string');
      expect(claims.sid).toBeTypeOf('string');
      expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
    });

    it('grants of the graph what was asked for, and nothing unasked', async () => {
      const scopesFor = async (scope: string) => {
        const answer = await client().tokens(client().withPassword('olena', 'portico-demo', 'portico-cli', scope));
        const { scope: inToken } = await verify(answer.access_token);
        expect(answer.scope.split(' ').sort()).toEqual(String(inToken).split(' ').sort());
        return answer.scope.split(' ').sort();
      };
      expect(await scopesFor('openid')).toEqual(['email', 'openid', 'profile']);
      const asked = 'openid accounts:read cards:write';
      expect(await scopesFor(asked)).toEqual(['accounts:read', 'cards:write', 'email', 'openid', 'profile']);
    });

    it('gives an ID token that says who, to the application alone', async () => {
      const { id_token: idToken = '', access_token: accessToken } = await client().tokens(client().withPassword('andriy'));
      const keys = createRemoteJWKSet(new URL(client().address('certs')));
      const { payload } = await jwtVerify(idToken, keys, { issuer: client().issuer, audience: 'portico-cli', algorithms: ['RS256'] });
      expect(payload).toMatchObject({
        typ: 'ID',
        azp: 'portico-cli',
        preferred_username: 'andriy',
        locale: 'en',
        sid: decodeJwt(accessToken).sid,
      });
      expect(payload).not.toHaveProperty('customer_number');
      expect(payload).not.toHaveProperty('realm_access');
    });

    it('gives a refresh token that an application can read the end of', async () => {
      const { refresh_token: refreshToken = '' } = await client().tokens(client().withPassword('olena'));
      expect(decodeProtectedHeader(refreshToken).alg).toBe('HS512');
      const claims = decodeJwt(refreshToken);
      expect(claims).toMatchObject({ typ: 'Refresh', azp: 'portico-cli', iss: client().issuer });
      expect(Number(claims.exp) - Number(claims.iat)).toBe(1_800);
    });

    it('leaves the ID token out when openid is not asked for', async () => {
      const answer = await client().tokens(client().withPasswordAlone('olena'));
      expect(answer.id_token).toBeUndefined();
      expect(answer.scope).not.toContain('openid');
    });

    it('gives a developer no customer', async () => {
      const claims = await verify((await client().tokens(client().withPassword('dana'))).access_token);
      expect(claims).toMatchObject({ preferred_username: 'dana', realm_access: { roles: ['explorer'] } });
      expect(claims).not.toHaveProperty('customer_number');
    });

    it('refuses a scope that the client does not have', async () => {
      const form = { ...client().withPassword('olena'), scope: 'openid partners:manage' };
      expect(await client().refusal(form)).toEqual({ status: 400, error: 'invalid_scope' });
    });

    it('is refused to the browsers’ clients', async () => {
      const form = client().withPassword('olena', 'portico-demo', 'portico-web');
      expect(await client().refusal(form)).toEqual({ status: 400, error: 'unauthorized_client' });
    });

    it('is refused to a client that nobody knows', async () => {
      const form = client().withPassword('olena', 'portico-demo', 'nobody');
      expect(await client().refusal(form)).toEqual({ status: 401, error: 'invalid_client' });
    });
  });

  describe('a service account', () => {
    it('gets a token for Cerberus alone in its own name, and nothing to refresh it with', async () => {
      const answer = await client().tokens(client().serviceAccount());
      expect(answer.refresh_token).toBeUndefined();
      const claims = await verify(answer.access_token, 'cerberus');
      expect(claims).toMatchObject({
        aud: 'cerberus',
        typ: 'Bearer',
        azp: 'portico-cerberus',
        client_id: 'portico-cerberus',
        preferred_username: 'service-account-portico-cerberus',
      });
      expect(claims).not.toHaveProperty('sid');
      expect(claims).not.toHaveProperty('customer_number');
      expect(claims.scope).not.toContain('accounts:read');
    });

    it('is refused with a wrong secret', async () => {
      expect(await client().refusal(client().serviceAccount('a-wrong-secret'))).toMatchObject({ status: 401 });
    });
  });
}
