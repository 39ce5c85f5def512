import { z } from 'zod';
import type { Delivery } from './delivery.ts';
import type { Mailbox, Phone } from './mailbox.ts';
import { BotApiError, badRequest, entity, inlineKeyboard, keyboardRemoval, type Message, replyKeyboard } from './objects.ts';

/** A call's parameters as they came: values of a form are text, and objects in a form are JSON. */
export type Parameters = Readonly<Record<string, unknown>>;
export type Method = (parameters: Parameters) => unknown;

export interface Command {
  readonly command: string;
  readonly description: string;
}

export interface Methods {
  readonly byName: ReadonlyMap<string, Method>;
  /** What the bot offers to people of a language. */
  commands(language: string): readonly Command[];
}

const textMax = 4_096;
const callbackDataBytesMax = 64;
const buttonsMax = 100;
const burst = 20;

const chatId = z.coerce.number().int();
const content = z.object({
  text: z.string().default(''),
  entities: z.array(entity).max(100).optional(),
  reply_markup: z.union([inlineKeyboard, replyKeyboard, keyboardRemoval]).optional(),
});
const webhook = z.object({
  url: z.string().max(2_000).default(''),
  secret_token: z.string().optional(),
  allowed_updates: z.array(z.string()).optional(),
  max_connections: z.coerce.number().int().min(1).max(100).optional(),
});
const commandList = z.object({
  commands: z.array(z.object({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) })).max(100),
  language_code: z.string().max(2).default(''),
});

/** The methods of the Bot API that the emulator has, with Telegram's limits and refusals. */
export function createMethods(mailbox: Mailbox, delivery: Delivery): Methods {
  const commands = new Map<string, readonly Command[]>();
  const rates = new Map<number, { tokens: number; at: number }>();

  /** About one message a second to one chat, with short bursts allowed. */
  function limit(chat: number): void {
    const rate = rates.get(chat) ?? { tokens: burst, at: performance.now() };
    const tokens = Math.min(burst, rate.tokens + (performance.now() - rate.at) / 1_000);
    if (tokens < 1) {
      const wait = Math.ceil(1 - tokens);
      throw new BotApiError(429, `Too Many Requests: retry after ${wait}`, wait);
    }
    rates.set(chat, { tokens: tokens - 1, at: performance.now() });
  }

  function sendMessage(parameters: Parameters): Message {
    const phone = phoneOf(mailbox, parameters);
    const message = readContent(parameters);
    limit(phone.user.id);
    const markup = message.reply_markup;
    if (markup !== undefined && 'keyboard' in markup) {
      phone.quickReplies = markup.keyboard.map((row) => row.map((button) => (typeof button === 'string' ? button : button.text)));
    }
    if (markup !== undefined && 'remove_keyboard' in markup) phone.quickReplies = [];
    return mailbox.add(phone, withoutAbsent(message));
  }

  function editMessageText(parameters: Parameters): Message {
    const phone = phoneOf(mailbox, parameters);
    const place = z.coerce.number().int().safeParse(parameters.message_id);
    if (!place.success) throw badRequest('message identifier is not specified');
    const message = readContent(parameters);
    if (message.reply_markup !== undefined && !('inline_keyboard' in message.reply_markup)) throw badRequest('inline keyboard expected');
    return mailbox.edit(phone, place.data, withoutAbsent(message));
  }

  function setMyCommands(parameters: Parameters): true {
    const list = read(commandList, parameters, 'BOT_COMMAND_INVALID');
    commands.set(list.language_code, list.commands);
    return true;
  }

  const byName = new Map<string, Method>([
    ['getme', () => ({ ...mailbox.bot, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false })],
    ['sendmessage', sendMessage],
    ['editmessagetext', editMessageText],
    [
      'answercallbackquery',
      ({ callback_query_id: id, text }) => {
        if (typeof text === 'string' && text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
        mailbox.answerPress(String(id ?? ''), typeof text === 'string' ? text : undefined);
        return true;
      },
    ],
    ['sendchataction', (parameters) => phoneOf(mailbox, parameters) !== undefined],
    ['setmycommands', setMyCommands],
    ['getmycommands', ({ language_code: language = '' }) => commands.get(String(language)) ?? []],
    [
      'setwebhook',
      (parameters) => {
        const { url, secret_token: secret, allowed_updates: allowed } = read(webhook, parameters, 'bad webhook');
        delivery.setWebhook(url, secret, allowed);
        return true;
      },
    ],
    [
      'deletewebhook',
      () => {
        delivery.setWebhook('', undefined, undefined);
        return true;
      },
    ],
    ['getwebhookinfo', () => delivery.info()],
    [
      'getupdates',
      () => {
        throw new BotApiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      },
    ],
  ]);

  return { byName, commands: (language) => commands.get(language) ?? commands.get('') ?? [] };
}

function phoneOf(mailbox: Mailbox, { chat_id: given }: Parameters): Phone {
  const id = chatId.safeParse(given);
  if (given === undefined || given === '' || !id.success) throw badRequest('chat_id is empty');
  return mailbox.ofChat(id.data);
}

function readContent(parameters: Parameters): z.infer<typeof content> {
  const message = read(content, parameters, "can't parse parameters");
  const text = message.text.trim();
  if (text === '') throw badRequest('message text is empty');
  if (message.text.length > textMax) throw badRequest('message is too long');
  for (const { offset, length } of message.entities ?? []) {
    if (offset + length > message.text.length) throw badRequest('entity beyond the end of the message');
  }
  const markup = message.reply_markup;
  if (markup !== undefined && 'inline_keyboard' in markup) checkButtons(markup.inline_keyboard.flat());
  return message;
}

function checkButtons(buttons: readonly { readonly callback_data?: string | undefined; readonly url?: string | undefined }[]): void {
  if (buttons.length > buttonsMax) throw badRequest('reply markup is too long');
  for (const { callback_data: data, url } of buttons) {
    if ((data === undefined) === (url === undefined))
      throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    if (data !== undefined && (data === '' || Buffer.byteLength(data) > callbackDataBytesMax)) throw badRequest('BUTTON_DATA_INVALID');
    if (url !== undefined && !/^(?:https?|tg):\/\//.test(url))
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}

function withoutAbsent({ text, entities, reply_markup }: z.infer<typeof content>): Pick<Message, 'text' | 'entities' | 'reply_markup'> {
  return {
    text,
    ...(entities === undefined || entities.length === 0 ? {} : { entities }),
    ...(reply_markup === undefined ? {} : { reply_markup }),
  };
}

function read<Value>(schema: z.ZodType<Value>, parameters: Parameters, fault: string): Value {
  const result = schema.safeParse(parameters);
  if (!result.success) throw badRequest(`${fault}: ${result.error.issues[0]?.path.join('.') ?? ''}`);
  return result.data;
}
