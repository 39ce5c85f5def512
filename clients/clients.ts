// THE list: a client is in the bank when it stands here, in one line.
export { explorer } from './explorer/part.ts';
export { telegramEmulator } from './messengers/channels/telegram/emulator/part.ts';
export { messengers } from './messengers/part.ts';
export { webBank } from './web/part.ts';
export { welcome } from './welcome/part.ts';
