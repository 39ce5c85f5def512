import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createVault, digestOf, newToken } from './secrets.ts';

const key = randomBytes(32);
const tokens = { accessToken: 'access', accessExpiresAt: 1, refreshToken: 'refresh' };

it('what was sealed for one chat opens for it alone, with the same key alone', () => {
  const vault = createVault(key);
  const sealed = vault.seal(tokens, 'telegram:7001:1');
  expect(vault.open(sealed, 'telegram:7001:1')).toEqual(tokens);
  for (const other of ['telegram:7001:2', 'telegram:7001:1 ', '', 'link attempt 1']) {
    expect(() => vault.open(sealed, other), JSON.stringify(other)).toThrow();
  }
  expect(() => createVault(randomBytes(32)).open(sealed, 'telegram:7001:1')).toThrow();
  expect(() => createVault(randomBytes(16))).toThrow('32 bytes');
});

it('no byte of it can be changed, left out or added', () => {
  const vault = createVault(key);
  const bytes = Buffer.from(vault.seal(tokens, 'chat'), 'base64');
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(() => vault.open(changed.toString('base64'), 'chat'), `byte ${place}`).toThrow();
  }
  for (const other of [
    bytes.subarray(0, -1),
    bytes.subarray(0, 28),
    bytes.subarray(0, 12),
    Buffer.alloc(0),
    Buffer.concat([bytes, Buffer.alloc(1)]),
  ]) {
    expect(() => vault.open(other.toString('base64'), 'chat')).toThrow();
  }
});

it('no nonce comes twice, so that the same tokens never look the same', () => {
  const vault = createVault(key);
  const sealed = Array.from({ length: 1_000 }, () => Buffer.from(vault.seal(tokens, 'chat'), 'base64'));
  expect(new Set(sealed.map((bytes) => bytes.subarray(0, 12).toString('hex'))).size).toBe(1_000);
  expect(new Set(sealed.map((bytes) => bytes.subarray(28).toString('hex'))).size).toBe(1_000);
  expect(sealed.some((bytes) => bytes.includes('refresh'))).toBe(false);
});

it('a token has 128 random bits and is kept as a digest that does not hold it', () => {
  const made = Array.from({ length: 1_000 }, newToken);
  expect(new Set(made).size).toBe(1_000);
  for (const token of made) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(digestOf(token)).not.toContain(token.slice(0, 8));
  }
});
