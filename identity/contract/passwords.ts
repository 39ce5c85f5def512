import { describe, expect, it } from 'vitest';
import { IdentityClient } from '../testkit/client.ts';
import type { ContractSubject } from './contract.ts';

const refused = { status: 400, error: 'invalid_grant' };

/** Locks a user out, so he is one that no other part of the suite signs in. */
export function describePasswords({ running }: ContractSubject): void {
  const client = () => new IdentityClient(running().origin);

  describe('a wrong password', () => {
    it('is refused like an unknown user', async () => {
      expect(await client().refusal(client().withPassword('mykola', 'wrong'))).toEqual(refused);
      expect(await client().refusal(client().withPassword('nobody', 'portico-demo'))).toEqual(refused);
      expect(await client().refusal(client().withPassword('mykola', ''))).toMatchObject({
        error: expect.stringMatching(/invalid_(?:grant|request)/),
      });
    });

    it('ten times over shuts out the right one, too', async () => {
      for (let count = 0; count < 10; count += 1) {
        expect(await client().refusal(client().withPassword('bohdan', 'wrong'))).toEqual(refused);
      }
      expect(await client().refusal(client().withPassword('bohdan'))).toEqual(refused);
    });
  });
}
