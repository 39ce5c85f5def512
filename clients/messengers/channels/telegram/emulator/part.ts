import { definePart } from '#platform/composition/part.ts';
import { createTelegramEmulator, emulatorApiPath } from './emulator.ts';

/** Known to everybody, so for the emulator only. */
export const emulatorToken = '7001:the-emulator-has-one-bot-and-this-is-it';

export const telegramEmulator = definePart({
  name: 'telegram-emulator',
  part: 'telegram-emulator',
  title: 'messengers',
  path: '/messengers',
  isForDevelopment: true,
  settings: {},
  needs: {},
  create(_settings, _given, { logger }) {
    const emulator = createTelegramEmulator({ token: emulatorToken, botName: 'Portico', logger });
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
