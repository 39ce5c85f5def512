import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '#platform/environment.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { noTracing } from '#platform/telemetry/tracing.ts';
import { subgraphs } from '#subgraphs/subgraphs.ts';
import { readSettings } from './environment.ts';
import { buildMessengers } from './messengers.ts';
import { readParts } from './parts.ts';
import { checkRequirements, developmentKey } from './requirements.ts';

const logger = createLogger('test', 'silent');
const token = '7004:a-token-of-the-right-length-for-a-bot';
const production = {
  PORTICO_MODE: 'production',
  TELEGRAM_BOT_TOKEN: token,
  DATABASE_URL: 'postgresql://127.0.0.1:1/portico',
  MESSENGERS_KEY: Buffer.alloc(32, 7).toString('base64'),
  MESSENGERS_CLIENT_SECRET: 'a-secret-of-the-realm',
};

function build(environment: Readonly<Record<string, string>>) {
  const settings = readSettings(environment);
  return buildMessengers(
    settings,
    readParts(settings, []),
    'http://localhost:4000',
    'http://localhost:4000/realms/portico',
    noTracing,
    logger,
  );
}

/** Everything that is said to be wrong, in one error. */
function faultsOf(environment: Readonly<Record<string, string>>): string {
  const settings = readSettings(environment);
  try {
    checkRequirements(settings, readParts(settings, Object.keys(subgraphs)));
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as EnvironmentError).message;
  }
}

describe('the bots in production', () => {
  it('are there once they have an account, without the emulator', () => {
    expect(build(production)?.mounts.map(({ prefix }) => prefix)).toEqual(['/webhooks/', '/link/']);
    expect(build({ PORTICO_MODE: 'production' })).toBeUndefined();
    expect(() => build({ ...production, PORTICO_PARTS: 'messengers,telegram-emulator' })).toThrow('never run in production');
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

  it('do not start with the secrets that everybody knows', () => {
    expect(faultsOf({ ...production, MESSENGERS_CLIENT_SECRET: 'messengers-development-secret' })).toContain('MESSENGERS_CLIENT_SECRET');
    expect(faultsOf({ ...production, MESSENGERS_KEY: developmentKey.toString('base64') })).toContain('MESSENGERS_KEY');
  });
});

it('the bots and the emulator are there in development without a setting', () => {
  expect(faultsOf({})).toBe('');
  expect(build({ DATABASE_DIR: 'memory' })?.mounts.map(({ prefix }) => prefix)).toEqual([
    '/webhooks/',
    '/link/',
    '/telegram-emulator/',
    '/messengers',
  ]);
});

it('the part messengers alone says that it needs an account, and the emulator that it needs messengers', () => {
  expect(faultsOf({ PORTICO_PARTS: 'messengers,gateway' })).toContain('TELEGRAM_BOT_TOKEN: must be set');
  expect(faultsOf({ PORTICO_PARTS: 'telegram-emulator,gateway' })).toContain('telegram-emulator needs messengers');
  expect(faultsOf({ PORTICO_PARTS: 'messengers,telegram-emulator' })).toContain('add gateway');
});
