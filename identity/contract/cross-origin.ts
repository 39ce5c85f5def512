import { describe, expect, it } from 'vitest';
import { IdentityClient } from '../testkit/client.ts';
import type { ContractSubject } from './contract.ts';

const foreign = 'http://evil.example';

export function describeCrossOrigin({ running, webOrigin }: ContractSubject): void {
  const client = () => new IdentityClient(running().origin);
  const useless = { grant_type: 'authorization_code', client_id: 'portico-web', code: 'x', redirect_uri: 'http://localhost:4000/' };

  describe('a page of another origin', () => {
    it('reads the token answer, with credentials, when the client lists it', async () => {
      const response = await client().post('token', useless, { origin: webOrigin() });
      expect(response.headers.get('access-control-allow-origin')).toBe(webOrigin());
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    });

    it('is refused when the client does not list it', async () => {
      const response = await client().post('token', useless, { origin: foreign });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('gets its preflight answered', async () => {
      const headers = {
        origin: webOrigin(),
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      };
      const response = await fetch(client().address('token'), { method: 'OPTIONS', headers });
      expect(response.ok).toBe(true);
      expect(response.headers.get('access-control-allow-origin')).toBe(webOrigin());
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
      expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
    });

    it('may read discovery and the keys from anywhere', async () => {
      for (const address of [`${client().issuer}/.well-known/openid-configuration`, client().address('certs')]) {
        const response = await fetch(address, { headers: { origin: foreign } });
        expect([foreign, '*']).toContain(response.headers.get('access-control-allow-origin'));
      }
    });
  });
}
