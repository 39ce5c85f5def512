import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anonymous } from './principal.ts';
import { createPrincipalIssuer, createPrincipalVerifier, generateGatewayKey, publicKeyOf } from './principal-token.ts';

const key = generateGatewayKey();
const start = Date.parse('2026-11-24T10:00:00Z');
const refused = { code: 'UNAUTHENTICATED' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (seconds: number) => vi.setSystemTime(start + seconds * 1_000);
const verifier = () => createPrincipalVerifier(publicKeyOf(key), 'accounts');
const sign = (claims: object, header: object = {}) =>
  new SignJWT({ kind: 'anonymous', roles: [], scopes: [], iss: 'portico-gateway', aud: 'accounts', ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'principal+jwt', ...header })
    .sign(key);

describe('the principal token, as time goes by', () => {
  it('is good for a minute and what clocks may be apart, and not a second longer, seen before or not', async () => {
    const token = await createPrincipalIssuer(key).issue(anonymous, 'accounts');
    const seenBefore = verifier();
    for (const seconds of [0, 59, 60, 89]) {
      at(seconds);
      await expect(seenBefore.verify(token)).resolves.toMatchObject({ roles: [] });
      await expect(verifier().verify(token)).resolves.toMatchObject({ roles: [] });
    }
    for (const seconds of [91, 3_600, 86_400]) {
      at(seconds);
      await expect(seenBefore.verify(token), `seen before, after ${seconds} s`).rejects.toMatchObject(refused);
      await expect(verifier().verify(token), `new, after ${seconds} s`).rejects.toMatchObject(refused);
    }
  });

  it('is signed anew before it ends, so that a request never carries one that is about to', async () => {
    const issuer = createPrincipalIssuer(key);
    const first = await issuer.issue(anonymous, 'accounts');
    at(39);
    expect(await issuer.issue(anonymous, 'accounts')).toBe(first);
    at(41);
    expect(await issuer.issue(anonymous, 'accounts')).not.toBe(first);
  });

  it.each([-25, 25])('is believed from a gateway whose clock is %i s off, at any moment of 80 s', async (offset) => {
    const issuer = createPrincipalIssuer(key);
    const oneVerifier = verifier();
    for (let seconds = 0; seconds < 80; seconds += 1) {
      at(seconds + offset);
      const token = await issuer.issue(anonymous, 'accounts');
      at(seconds);
      await expect(oneVerifier.verify(token), `after ${seconds} s`).resolves.toMatchObject({ roles: [] });
    }
  });

  it('is not believed from a gateway whose clock is minutes ahead', async () => {
    at(120);
    const token = await createPrincipalIssuer(key).issue(anonymous, 'accounts');
    at(0);
    await expect(verifier().verify(token)).rejects.toMatchObject(refused);
  });

  it.each([
    ['a life of a day', { iat: start / 1_000, exp: start / 1_000 + 86_400 }, 120],
    ['no end', { iat: start / 1_000 }, 0],
    ['no beginning', { exp: start / 1_000 + 60 }, 0],
    ['an end in the past', { iat: start / 1_000 - 50, exp: start / 1_000 - 31 }, 0],
  ])('is not believed with %s', async (_what, claims, seconds) => {
    const token = await sign(claims);
    at(seconds);
    await expect(verifier().verify(token)).rejects.toMatchObject(refused);
  });

  it('is not believed where the key signed something else', async () => {
    const times = { iat: start / 1_000, exp: start / 1_000 + 60 };
    await expect(verifier().verify(await sign(times))).resolves.toMatchObject({ roles: [] });
    await expect(verifier().verify(await sign(times, { typ: 'JWT' }))).rejects.toMatchObject(refused);
    await expect(verifier().verify(await sign({ ...times, iss: 'elsewhere' }))).rejects.toMatchObject(refused);
  });
});
