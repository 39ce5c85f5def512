import { createHash } from 'node:crypto';
import { z } from 'zod';
import { graphNeed } from '#platform/composition/graph.ts';
import { definePart, type Process } from '#platform/composition/part.ts';
import { realmNeed } from '#platform/composition/realm.ts';
import { forDevelopment, optional, type Values, withDefault } from '#platform/composition/setting.ts';
import { httpAddress, secretText } from '#platform/composition/setting-kinds.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { emulatorApiPath } from './channels/telegram/emulator/emulator.ts';
import { botToken, emulatorToken } from './channels/telegram/emulator/part.ts';
import { type Channel, createMessengers, createTelegram } from './index.ts';

const developmentKey = createHash('sha256').update('portico development messengers key, never in production').digest('base64');

const settings = {
  TELEGRAM_BOT_TOKEN: optional({
    schema: botToken,
    description: "the bot's token from BotFather; with it the same bot serves the real Telegram",
    isSecret: true,
    without: 'none',
  }),
  TELEGRAM_API_ROOT: withDefault('https://api.telegram.org', { schema: httpAddress, description: 'another server of the Bot API' }),
  TELEGRAM_WEBHOOK_SECRET: optional({
    schema: z.string().regex(/^[\w-]{16,256}$/, { error: 'must have 16 to 256 characters of A-Z, a-z, 0-9, _ and -' }),
    description: 'what Telegram sends with each update',
    isSecret: true,
    without: 'made from the token',
  }),
  MESSENGERS_KEY: forDevelopment(developmentKey, {
    // The last character of base64 has bits that mean nothing; without them, equal keys are equal texts.
    schema: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, { error: 'must be 32 bytes in base64' })
      .transform((text) => Buffer.from(text, 'base64').toString('base64')),
    description: '32 bytes in base64 that encrypt the tokens of chats (`openssl rand -base64 32`)',
    isSecret: true,
    hint: '32 random bytes in base64 (openssl rand -base64 32)',
  }),
  MESSENGERS_CLIENT_SECRET: forDevelopment('messengers-development-secret', {
    schema: secretText(8),
    description: 'the secret of the client `portico-messengers` in Keycloak',
    isSecret: true,
    hint: 'the secret of the client portico-messengers',
    realmVariable: 'PORTICO_MESSENGERS_SECRET',
  }),
  BANK_PHONE: withDefault('0 800 000 000', {
    schema: z.string().min(3).max(40),
    description: 'the number to call for whoever cannot wait',
  }),
};

export const messengers = definePart({
  name: 'messengers',
  part: 'messengers',
  title: 'bots',
  isForDevelopment: false,
  settings,
  needs: { database: databaseNeed, graph: graphNeed, realm: realmNeed },
  realmClients: [
    {
      kind: 'server',
      clientId: 'portico-messengers',
      name: 'Portico in messengers',
      description: 'The bots: code flow with PKCE, begun by a one-time link from a chat; the tokens stay on the server.',
      redirectPath: '/link/callback',
      secretVariable: 'PORTICO_MESSENGERS_SECRET',
      scopes: ['accounts:read', 'cards:read', 'cards:write', 'customer:read'],
    },
  ],
  // A bot is there once it has an account at the messenger.
  isWanted: ({ TELEGRAM_BOT_TOKEN }) => TELEGRAM_BOT_TOKEN !== undefined,
  faultsOf({ TELEGRAM_BOT_TOKEN: token }, { has, mode }) {
    if (mode === 'production' && token === emulatorToken)
      return ['TELEGRAM_BOT_TOKEN: is the public one of the emulator; set that of the bot at Telegram'];
    if (token !== undefined || has('telegram-emulator')) return [];
    const otherwise = mode === 'production' ? '' : ', or run telegram-emulator in this process';
    return [`TELEGRAM_BOT_TOKEN: must be set for the part messengers${otherwise}`];
  },
  create(values, { database, graph, realm }, { process, tracing, logger }) {
    const publicUrl = process.publicUrl.replace(/\/$/, '');
    const bots = createMessengers({
      channels: channelsOf(values, process),
      database,
      graphqlUrl: graph.url,
      identity: { issuer: realm.issuer, clientId: 'portico-messengers', clientSecret: values.MESSENGERS_CLIENT_SECRET },
      encryptionKey: Buffer.from(values.MESSENGERS_KEY, 'base64'),
      publicUrl,
      webBankUrl: `${publicUrl}/`,
      bankPhone: values.BANK_PHONE,
      tracing,
      logger,
    });
    return {
      mounts: [
        { prefix: '/webhooks/', handle: bots.handle },
        { prefix: '/link/', handle: bots.handle },
      ],
      beforeListening: bots,
      afterListening: bots.worker,
    };
  },
});

function channelsOf(values: Values<typeof settings>, { has, origin }: Process): Channel[] {
  const channels: Channel[] = [];
  if (has('telegram-emulator')) channels.push(createTelegram({ token: emulatorToken, apiRoot: `${origin}${emulatorApiPath}` }));
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = values;
  if (token !== undefined) channels.push(createTelegram({ token, apiRoot, webhookSecret }));
  return channels;
}
