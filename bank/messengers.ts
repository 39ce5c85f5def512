import { createHash } from 'node:crypto';
import {
  createTelegramEmulator,
  emulatorApiPath,
  type TelegramEmulator,
} from '../clients/messengers/channels/telegram/emulator/emulator.ts';
import { type Channel, createMessengers, createTelegram, type Messengers } from '../clients/messengers/index.ts';
import type { Mount } from '../gateway/front-door.ts';
import { createDatabase, type Database } from '../platform/database/database.ts';
import { EnvironmentError } from '../platform/environment.ts';
import type { Logger } from '../platform/logger.ts';
import type { Settings } from './environment.ts';
import type { Parts } from './parts.ts';

/** The bots of this process, built but not started: their mounts have to be known before the gateway is. */
export interface MessengersHere {
  readonly database: Database;
  readonly messengers: Messengers;
  readonly emulator: TelegramEmulator | undefined;
  readonly mounts: readonly Mount[];
}

/** Known to everybody, so for demo customers and the emulator only. */
const developmentClientSecret = 'messengers-development-secret';
const developmentKey = createHash('sha256').update('portico development messengers key, never in production').digest();
const emulatorToken = '7001:the-emulator-has-one-bot-and-this-is-it';

export function buildMessengers(
  settings: Settings,
  parts: Parts,
  origin: string,
  issuer: string,
  logger: Logger,
): MessengersHere | undefined {
  if (!parts.messengers) {
    if (parts.telegramEmulator) throw new EnvironmentError('PORTICO_PARTS: telegram-emulator needs messengers beside it.');
    return undefined;
  }
  const isProduction = settings.PORTICO_MODE === 'production';
  if (isProduction && settings.DATABASE_URL === undefined) {
    throw new EnvironmentError('DATABASE_URL: must be set in production; the embedded database is for one process on one machine.');
  }
  const emulator = parts.telegramEmulator ? createTelegramEmulator({ token: emulatorToken, botName: 'Portico', logger }) : undefined;
  const database = createDatabase({ url: settings.DATABASE_URL, directory: settings.DATABASE_DIR, logger });
  const publicUrl = (settings.PUBLIC_URL ?? origin).replace(/\/$/, '');
  const messengers = createMessengers({
    channels: channelsOf(settings, emulator, origin),
    database,
    graphqlUrl: `${origin}/graphql`,
    identity: { issuer, clientId: 'portico-messengers', clientSecret: clientSecret(settings) },
    encryptionKey: encryptionKey(settings),
    publicUrl,
    webBankUrl: `${publicUrl}/`,
    bankPhone: settings.BANK_PHONE,
    logger,
  });
  const mounts: Mount[] = [
    { prefix: '/webhooks/', handle: messengers.handle },
    { prefix: '/link/', handle: messengers.handle },
  ];
  if (emulator !== undefined) {
    mounts.push({ prefix: `${emulatorApiPath}/`, handle: emulator.handle }, { prefix: '/messengers', handle: emulator.handle });
  }
  return { database, messengers, emulator, mounts };
}

function channelsOf(settings: Settings, emulator: TelegramEmulator | undefined, origin: string): Channel[] {
  const channels: Channel[] = [];
  if (emulator !== undefined) channels.push(createTelegram({ token: emulatorToken, apiRoot: `${origin}${emulatorApiPath}` }));
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = settings;
  if (token !== undefined) channels.push(createTelegram({ token, apiRoot, webhookSecret }));
  if (channels.length > 0) return channels;
  throw new EnvironmentError('TELEGRAM_BOT_TOKEN: must be set for the part messengers, or run telegram-emulator in this process.');
}

/** The secret by which the realm knows the bots. */
export function clientSecret(settings: Settings): string {
  const given = settings.MESSENGERS_CLIENT_SECRET;
  if (settings.PORTICO_MODE === 'production' && (given === undefined || given === developmentClientSecret)) {
    throw new EnvironmentError('MESSENGERS_CLIENT_SECRET: must be set in production to the secret of the client portico-messengers.');
  }
  return given ?? developmentClientSecret;
}

function encryptionKey(settings: Settings): Buffer {
  const given = settings.MESSENGERS_KEY === undefined ? undefined : Buffer.from(settings.MESSENGERS_KEY, 'base64');
  if (settings.PORTICO_MODE === 'production' && (given === undefined || given.equals(developmentKey))) {
    throw new EnvironmentError('MESSENGERS_KEY: must be set in production: 32 random bytes in base64 (openssl rand -base64 32).');
  }
  return given ?? developmentKey;
}
