import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emulatorToken } from '#clients/messengers/channels/telegram/emulator/part.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { readSettings } from './environment.ts';
import { readParts } from './parts.ts';
import { checkRequiredSettings } from './required-settings.ts';

const token = '7004:a-token-of-the-right-length-for-a-bot';
const production = {
  PORTICO_MODE: 'production',
  TELEGRAM_BOT_TOKEN: token,
  DATABASE_URL: 'postgresql://127.0.0.1:1/portico',
  MESSENGERS_KEY: Buffer.alloc(32, 7).toString('base64'),
  MESSENGERS_CLIENT_SECRET: 'a-secret-of-the-realm',
};
const developmentKey = createHash('sha256').update('portico development messengers key, never in production').digest('base64');

const partsIn = (environment: Readonly<Record<string, string>>) => readParts(readSettings(environment)).parts.map(({ name }) => name);

/** Everything that is said to be wrong, in one error. */
function faultsOf(environment: Readonly<Record<string, string>>): string {
  const settings = readSettings(environment);
  try {
    checkRequiredSettings(settings, readParts(settings));
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as EnvironmentError).message;
  }
}

describe('the bots in production', () => {
  it('are there once they have an account, without the emulator', () => {
    expect(partsIn(production)).toContain('messengers');
    expect(partsIn(production)).not.toContain('telegram-emulator');
    expect(partsIn({ PORTICO_MODE: 'production' })).not.toContain('messengers');
    expect(() => partsIn({ ...production, PORTICO_PARTS: 'messengers,telegram-emulator' })).toThrow('never run in production');
  });

  it.each(['MESSENGERS_KEY', 'MESSENGERS_CLIENT_SECRET', 'DATABASE_URL'])('do not start without %s', (name) => {
    expect(faultsOf(production)).not.toContain(name);
    expect(faultsOf({ ...production, [name]: '' })).toContain(`${name}: must be set in production`);
  });

  it('are told everything that is missing at once, beside what the rest of the bank misses', () => {
    const told = faultsOf({ PORTICO_MODE: 'production', PORTICO_PARTS: 'gateway,messengers' });
    for (const name of ['TELEGRAM_BOT_TOKEN', 'MESSENGERS_KEY', 'MESSENGERS_CLIENT_SECRET', 'DATABASE_URL', 'IDENTITY_ISSUER'])
      expect(told).toContain(`${name}: must be`);
  });

  it('do not start with the secrets that everybody knows, however they are written', () => {
    expect(faultsOf({ ...production, MESSENGERS_CLIENT_SECRET: 'messengers-development-secret' })).toContain('MESSENGERS_CLIENT_SECRET');
    // The last character but one has two bits that no byte is made of.
    const sameKey = developmentKey.replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`);
    expect(Buffer.from(sameKey, 'base64')).toEqual(Buffer.from(developmentKey, 'base64'));
    for (const key of [developmentKey, sameKey])
      expect(faultsOf({ ...production, MESSENGERS_KEY: key })).toContain('MESSENGERS_KEY: is the public one');
  });
});

describe('the issuer in production', () => {
  const issuer = (url: string, mode = 'production') => faultsOf({ ...production, PORTICO_MODE: mode, IDENTITY_ISSUER: url });

  it.each([
    'http://id.bank/realms/portico',
    'http://localhost:8080/realms/portico',
    'http://127.0.0.1:8080/realms/portico',
    'HTTP://id.bank/realms/x',
  ])('is never %s', (url) => {
    expect(issuer(url)).toContain('IDENTITY_ISSUER: must be an https address in production');
    expect(issuer(url, 'development')).not.toContain('IDENTITY_ISSUER');
  });

  it('is an https address; its keys may be fetched inside the bank', () => {
    expect(issuer('https://id.bank/realms/portico')).not.toContain('IDENTITY_ISSUER');
    const inside = { IDENTITY_ISSUER: 'https://id.bank/realms/portico', IDENTITY_JWKS_URL: 'http://keycloak:8080/keys' };
    expect(faultsOf({ ...production, ...inside })).not.toContain('IDENTITY_');
  });

  it.each(['gateway', 'pages', 'messengers', 'subgraph:customers'])('is looked at by %s, which asks it or links to it', (part) => {
    expect(faultsOf({ ...production, PORTICO_PARTS: part, IDENTITY_ISSUER: 'http://id.bank/realms/portico' })).toContain(
      'IDENTITY_ISSUER: must',
    );
  });
});

it.each(['0.0.0.0', '::', '10.0.0.5', 'api.bank', '127.0.0.1.evil.example', 'localhost.evil.example'])(
  'the identity stand-in, whose users and secrets everybody knows, is not served at %s',
  (host) => {
    expect(faultsOf({ HOST: host })).toContain('HOST: must be a loopback address while the identity stand-in runs here');
    expect(faultsOf({ HOST: host, PORTICO_PARTS: 'pages', IDENTITY_ISSUER: 'https://id.bank/realms/portico' })).toBe('');
  },
);

it.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1'])('the identity stand-in is served at %s', (host) => {
  expect(faultsOf({ HOST: host })).toBe('');
});

describe("the emulator's token", () => {
  it('is refused in production, since everybody knows it', () => {
    expect(faultsOf({ ...production, TELEGRAM_BOT_TOKEN: emulatorToken })).toContain(
      'TELEGRAM_BOT_TOKEN: is the public one of the emulator',
    );
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: emulatorToken })).toBe('');
  });

  it('is another one only for bots that run elsewhere', () => {
    const other = { TELEGRAM_EMULATOR_TOKEN: token };
    expect(faultsOf({ ...other, PORTICO_PARTS: 'telegram-emulator' })).toBe('');
    expect(faultsOf(other)).toContain('TELEGRAM_EMULATOR_TOKEN: is for bots in another process');
  });
});

it('in development nothing has to be set, and everything is there', () => {
  expect(faultsOf({})).toBe('');
  expect(partsIn({})).toEqual(expect.arrayContaining(['identity', 'telegram-emulator', 'messengers', 'web', 'explorer', 'welcome']));
});

it('a part says what it needs of others that are not beside it', () => {
  expect(faultsOf({ PORTICO_PARTS: 'messengers,gateway' })).toContain('TELEGRAM_BOT_TOKEN: must be set');
  expect(faultsOf({ PORTICO_PARTS: 'telegram-emulator' })).toBe('');
  expect(faultsOf({ PORTICO_PARTS: 'messengers,telegram-emulator' })).toMatch(
    /IDENTITY_ISSUER: must be the address of the realm, for messengers[\s\S]*GATEWAY_URL: must be set for messengers/,
  );
  expect(faultsOf({ PORTICO_PARTS: 'subgraph:customers' })).toMatch(
    /CORE_BANKING_URL, CORE_BANKING_USER, CORE_BANKING_PASSWORD: must be set, or add core-banking-simulator to PORTICO_PARTS/,
  );
});
