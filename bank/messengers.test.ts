import { describe, expect, it } from 'vitest';
import { createLogger } from '../platform/logger.ts';
import { readSettings } from './environment.ts';
import { buildMessengers } from './messengers.ts';
import { readParts } from './parts.ts';

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
  return buildMessengers(settings, readParts(settings, []), 'http://localhost:4000', 'http://localhost:4000/realms/portico', logger);
}

describe('the bots in production', () => {
  it('are there once they have an account, without the emulator', () => {
    expect(build(production)?.mounts.map(({ prefix }) => prefix)).toEqual(['/webhooks/', '/link/']);
    expect(build({ PORTICO_MODE: 'production' })).toBeUndefined();
    expect(() => build({ ...production, PORTICO_PARTS: 'messengers,telegram-emulator' })).toThrow('never run in production');
  });

  it.each(['MESSENGERS_KEY', 'MESSENGERS_CLIENT_SECRET', 'DATABASE_URL'])('do not start without %s', (name) => {
    expect(() => build({ ...production, [name]: '' })).toThrow(`${name}: must be set in production`);
  });

  it('do not start with the secret that everybody knows', () => {
    expect(() => build({ ...production, MESSENGERS_CLIENT_SECRET: 'messengers-development-secret' })).toThrow('MESSENGERS_CLIENT_SECRET');
  });
});

it('the bots and the emulator are there in development without a setting', () => {
  expect(build({ DATABASE_DIR: 'memory' })?.mounts.map(({ prefix }) => prefix)).toEqual([
    '/webhooks/',
    '/link/',
    '/telegram-emulator/',
    '/messengers',
  ]);
});

it('the part messengers alone says that it needs an account', () => {
  expect(() => build({ PORTICO_PARTS: 'messengers,gateway' })).toThrow('TELEGRAM_BOT_TOKEN: must be set');
});
