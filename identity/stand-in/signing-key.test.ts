import { inspect } from 'node:util';
import { compactVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { SigningKey } from './signing-key.ts';

describe('a signing key', () => {
  const key = new SigningKey();

  it('signs what its public half verifies', async () => {
    const head = `${encode({ alg: 'RS256' })}.${encode({ sub: 'x' })}`;
    const signature = Buffer.from(await key.sign(Buffer.from(head))).toString('base64url');
    await expect(compactVerify(`${head}.${signature}`, key.publicKey)).resolves.toBeTruthy();
  });

  it('is another one each time', () => {
    expect(new SigningKey().kid).not.toBe(key.kid);
  });

  it('keeps its private half where neither JSON nor a log line reaches', () => {
    const shown = inspect(key, { depth: 10, showHidden: true }) + JSON.stringify(key);
    expect(shown).not.toMatch(/private/i);
    expect(Object.keys(key)).toEqual(['publicKey', 'publicJwk']);
    expect(Object.keys(key.publicJwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
