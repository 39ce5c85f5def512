import { createTelegramEmulator, emulatorApiPath, type TelegramEmulator } from '#clients/messengers/channels/telegram/emulator/emulator.ts';
import { type Channel, createMessengers, createTelegram, type Messengers } from '#clients/messengers/index.ts';
import type { Mount } from '#gateway/http/front-door.ts';
import { createDatabase, type Database } from '#platform/database/database.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Tracing } from '#platform/telemetry/tracing.ts';
import type { Settings } from './environment.ts';
import type { Parts } from './parts.ts';
import { developmentClientSecret, developmentKey } from './requirements.ts';

/** The bots of this process, built but not started: their mounts have to be known before the gateway is. */
export interface MessengersHere {
  readonly database: Database;
  readonly messengers: Messengers;
  readonly emulator: TelegramEmulator | undefined;
  readonly mounts: readonly Mount[];
}

/** Known to everybody, so for the emulator only. */
const emulatorToken = '7001:the-emulator-has-one-bot-and-this-is-it';

/** What must be set for them, `checkRequirements` has seen to. */
export function buildMessengers(
  settings: Settings,
  parts: Parts,
  origin: string,
  issuer: string,
  tracing: Tracing,
  logger: Logger,
): MessengersHere | undefined {
  if (!parts.messengers) return undefined;
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
    tracing,
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
  return channels;
}

/** The secret by which the realm knows the bots. */
export function clientSecret(settings: Settings): string {
  return settings.MESSENGERS_CLIENT_SECRET ?? developmentClientSecret;
}

function encryptionKey({ MESSENGERS_KEY: given }: Settings): Buffer {
  return given === undefined ? developmentKey : Buffer.from(given, 'base64');
}
