import { z } from 'zod';
import { definePart } from '#platform/composition/part.ts';
import { withDefault } from '#platform/composition/setting.ts';
import { createTelegramEmulator, emulatorApiPath } from './emulator.ts';

/** As BotFather gives it. */
export const botToken = z.string().regex(/^\d{1,20}:[\w-]{20,100}$/, { error: 'must look as BotFather gives it' });

/** Known to everybody, so for the emulator only. */
export const emulatorToken = '7001:the-emulator-has-one-bot-and-this-is-it';

export const telegramEmulator = definePart({
  name: 'telegram-emulator',
  part: 'telegram-emulator',
  title: 'messengers',
  path: '/messengers',
  isForDevelopment: true,
  settings: {
    TELEGRAM_EMULATOR_TOKEN: withDefault(emulatorToken, {
      schema: botToken,
      description:
        'the token of the emulated bot, for bots in another process; the default is known to everybody, and production refuses it',
    }),
  },
  needs: {},
  faultsOf: ({ TELEGRAM_EMULATOR_TOKEN: token }, { has }) =>
    token !== emulatorToken && has('messengers')
      ? ['TELEGRAM_EMULATOR_TOKEN: is for bots in another process; leave it out where messengers runs in this one']
      : [],
  create({ TELEGRAM_EMULATOR_TOKEN: token }, _given, { logger }) {
    const emulator = createTelegramEmulator({ token, botName: 'Portico', logger });
    return {
      emulator,
      mounts: [
        { prefix: `${emulatorApiPath}/`, handle: emulator.handle },
        { prefix: '/messengers', handle: emulator.handle },
      ],
      // It ends what it has open, such as the events of a telephone, before connections are waited for.
      afterListening: emulator,
    };
  },
});
