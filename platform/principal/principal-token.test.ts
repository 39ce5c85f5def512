import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anonymous, type Principal } from './principal.ts';
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

describe('the principal token', () => {
  const granted = { roles: ['role'], scopes: ['accounts:read'] };
  it.each<Principal>([
    { kind: 'anonymous', roles: [], scopes: [] },
    { kind: 'customer', subject: 'user-1', customerNumber: '100000000000000117', ...granted },
    { kind: 'staff', subject: 'user-2', ...granted },
    { kind: 'partner', subject: 'user-3', partnerId: 'partner-1', ...granted },
    { kind: 'service', subject: 'user-4', clientId: 'portico-messengers', ...granted },
  ])('tells a subgraph who asks, all of it and nothing else: $kind', async (principal) => {
    const token = await createPrincipalIssuer(key).issue(principal, 'accounts');
    expect(await verifier().verify(token)).toStrictEqual(principal);
  });

  it('grants nothing to somebody without a token', () => {
    expect([anonymous.roles, anonymous.scopes]).toEqual([[], []]);
  });

  it('is checked once while it is good, up to its last second', async () => {
    const token = await createPrincipalIssuer(key).issue(anonymous, 'accounts');
    const oneVerifier = verifier();
    const principal = await oneVerifier.verify(token);
    for (const seconds of [1, 59, 89]) {
      at(seconds);
      expect(await oneVerifier.verify(token)).toBe(principal);
    }
  });

  it('is refused with words that say who may ask, and a cause for the log', async () => {
    await expect(verifier().verify('no.token.here')).rejects.toMatchObject({
      publicMessage: 'Only the gateway may ask here.',
      cause: expect.any(Error),
    });
  });
});

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
