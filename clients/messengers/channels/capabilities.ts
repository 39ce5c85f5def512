import type { Capabilities } from '../core/channel.ts';

/** What each messenger can do, side by side. A new channel adds its row. */
export const capabilities = {
  // Bot API: sendMessage, InlineKeyboardButton.callback_data, answerCallbackQuery.
  telegram: {
    textCharactersMax: 4_096,
    buttonsMax: 100,
    buttonsInRowMax: 8,
    buttonIdBytesMax: 64,
    edit: true,
    quickReplies: true,
    noticeCharactersMax: 200,
    receipts: false,
  },
} as const satisfies Readonly<Record<string, Capabilities>>;
