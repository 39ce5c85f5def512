import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { type Authentication, createAuthentication } from './authentication.ts';
import { createKeySet } from './key-set.ts';

const start = Date.parse('2026-11-24T10:00:00Z');
const issuer = 'https://id.bank/realms/portico';
const audience = 'portico-api';
let pair: Awaited<ReturnType<typeof generateKeyPair>>;
let authentication: Authentication;

beforeAll(async () => {
  pair = await generateKeyPair('RS256');
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'a', alg: 'RS256', use: 'sig' };
  const keySet = createKeySet({
    url: 'http://identity',
    logger: createLogger('test', 'silent'),
    pauseMs: 60_000,
    fetchKeys: async () => ({ keys: [jwk] }),
  });
  authentication = createAuthentication({ issuer, audience, clients: new Set(['portico-web', 'portico-bot']), keySet });
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (seconds: number) => vi.setSystemTime(start + seconds * 1_000);
const customer = { customer_number: '117', realm_access: { roles: ['customer'] }, azp: 'portico-web' };

function token(claims: Readonly<Record<string, unknown>> = customer, key = pair.privateKey): Promise<string> {
  const now = start / 1_000;
  return new SignJWT({ iss: issuer, aud: audience, sub: 'olena', typ: 'Bearer', iat: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'a' })
    .sign(key);
}

const principalOf = async (text: string) => (await authentication.identify(`Bearer ${text}`)).principal;
const refusalOf = async (text: string): Promise<HttpRefusal> => {
  const thrown: unknown = await authentication.identify(`Bearer ${text}`).then(
    () => 'taken',
    (error: unknown) => error,
  );
  if (thrown instanceof HttpRefusal) return thrown;
  throw new Error(`not refused, but ${String(thrown)}`);
};
const refused = { status: 401, code: 'UNAUTHENTICATED', headers: { 'www-authenticate': 'Bearer error="invalid_token"' } };

describe('a token is taken', () => {
  it.each(['portico-web', 'portico-bot'])('from %s, an application that may use the graph', async (azp) => {
    expect(await principalOf(await token({ ...customer, azp }))).toMatchObject({ kind: 'customer', customerNumber: '117' });
  });

  it('of a program of the bank, as what it is', async () => {
    const claims = { azp: 'portico-bot', client_id: 'portico-bot' };
    expect(await principalOf(await token(claims))).toMatchObject({ kind: 'service', clientId: 'portico-bot' });
  });
});

describe('a token is refused', () => {
  it.each([
    ['of an application that may not use the graph', { ...customer, azp: 'another-application' }, /application that may not/],
    ['of a program that may not use it', { azp: 'portico-cerberus', client_id: 'portico-cerberus' }, /application that may not/],
    ['that names no application', { ...customer, azp: undefined }, /not valid/],
    ['whose application is a list', { ...customer, azp: ['portico-web'] }, /not valid/],
    ['bound to a key by DPoP', { ...customer, cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } }, /bound to a key \(cnf\)/],
    [
      'bound to a certificate',
      { ...customer, cnf: { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' } },
      /bound to a key \(cnf\)/,
    ],
    ['bound in a way that nobody knows', { ...customer, cnf: null }, /bound to a key \(cnf\)/],
  ])('%s', async (_what, claims, message) => {
    const refusal = await refusalOf(await token(claims));
    expect(refusal).toMatchObject(refused);
    expect(refusal.publicMessage).toMatch(message);
  });

  it('with another signature, although the same one with its own was taken before', async () => {
    const own = await token();
    await principalOf(own);
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await token(customer, privateKey);
    expect(forged.split('.').slice(0, 2)).toEqual(own.split('.').slice(0, 2));
    expect(await refusalOf(forged)).toMatchObject(refused);
    expect(await refusalOf(`${own.slice(0, own.lastIndexOf('.'))}.`)).toMatchObject(refused);
    await principalOf(own);
  });
});

describe('a token, as time goes by', () => {
  it('is good until its end and what clocks may be apart, and not a second longer, seen before or not', async () => {
    const seenBefore = await token();
    for (const seconds of [0, 299, 300, 304]) {
      at(seconds);
      await principalOf(seenBefore);
      await principalOf(await token({ ...customer, jti: `new-${seconds}` }));
    }
    for (const seconds of [306, 3_600, 86_400]) {
      at(seconds);
      expect(await refusalOf(seenBefore), `seen before, after ${seconds} s`).toMatchObject(refused);
      expect(await refusalOf(await token({ ...customer, jti: `new-${seconds}` })), `new, after ${seconds} s`).toMatchObject(refused);
    }
  });

  it('is not good before its beginning, but for what clocks may be apart', async () => {
    const later = await token({ ...customer, nbf: start / 1_000 + 60 });
    expect(await refusalOf(later)).toMatchObject(refused);
    at(56);
    await principalOf(later);
  });

  it('without an end is never good', async () => {
    expect(await refusalOf(await token({ ...customer, exp: undefined }))).toMatchObject(refused);
  });
});
