import { z } from 'zod';

// The objects of the Bot API as far as the emulator speaks it, written down apart from the bot's own types, so that the two check each other.

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface Message {
  readonly message_id: number;
  readonly from: User;
  readonly chat: { readonly id: number; readonly type: 'private'; readonly first_name: string };
  readonly date: number;
  readonly edit_date?: number;
  readonly text: string;
  readonly entities?: readonly unknown[];
  readonly reply_markup?: unknown;
}

export type Update = { readonly update_id: number } & (
  | { readonly message: Message }
  | {
      readonly callback_query: {
        readonly id: string;
        readonly from: User;
        readonly message: Message;
        readonly chat_instance: string;
        readonly data: string;
      };
    }
);

export const entity = z.object({
  type: z.enum(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'code', 'pre', 'text_link', 'url', 'bot_command']),
  offset: z.int().min(0),
  length: z.int().min(1),
  url: z.string().optional(),
});
export type Entity = z.infer<typeof entity>;

const inlineButton = z.object({ text: z.string().min(1).max(1_000), callback_data: z.string().optional(), url: z.string().optional() });
export const inlineKeyboard = z.object({ inline_keyboard: z.array(z.array(inlineButton)) });
export const replyKeyboard = z.object({
  keyboard: z.array(z.array(z.union([z.string(), z.object({ text: z.string().min(1) })]))),
  resize_keyboard: z.boolean().optional(),
  is_persistent: z.boolean().optional(),
});
export const keyboardRemoval = z.object({ remove_keyboard: z.literal(true) });
export type InlineKeyboard = z.infer<typeof inlineKeyboard>;

/** What a call ends with: Telegram's own words, which bots are known to read. */
export class BotApiError extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function badRequest(description: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${description}`);
}
