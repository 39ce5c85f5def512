import { randomBytes } from 'node:crypto';
import { BotApiError, badRequest, type InlineKeyboard, type Message, type Update, type User } from './objects.ts';

/** One person's telephone with one chat on it. */
export interface Phone {
  /** Unguessable: whoever knows it holds the phone. */
  readonly id: string;
  readonly user: User;
  readonly messages: Message[];
  quickReplies: readonly (readonly string[])[];
  /** What was shown for a moment over the chat, the newest last. */
  readonly notices: { readonly id: string; readonly text: string }[];
  blocked: boolean;
}

export interface Presses {
  readonly phone: Phone;
  answered: boolean;
}

/** Who writes to the bot, and every message there is. Places grow by one over all the bot's chats, as in Telegram. */
export interface Mailbox {
  readonly bot: User;
  open(firstName: string, languageCode: string): Phone;
  phone(id: string): Phone | undefined;
  /** Throws "chat not found", or 403 where the person blocked the bot. */
  ofChat(chatId: number): Phone;
  write(phone: Phone, text: string): Update;
  press(phone: Phone, messageId: number, data: string): Update;
  /** Deletes the chat's messages on the person's side and the bot's. */
  clear(phone: Phone): void;
  add(phone: Phone, content: Pick<Message, 'text' | 'entities' | 'reply_markup'>): Message;
  edit(phone: Phone, messageId: number, content: Pick<Message, 'text' | 'entities' | 'reply_markup'>): Message;
  answerPress(id: string, text: string | undefined): void;
  /** Called whenever something changes on a phone. */
  onChange(listener: (phone: Phone) => void): void;
}

const phonesMax = 200;
const messagesMax = 300;
const noticesMax = 20;
const pressesMax = 1_000;

export function createMailbox(bot: User): Mailbox {
  const phones = new Map<string, Phone>();
  const presses = new Map<string, Presses>();
  const listeners = new Set<(phone: Phone) => void>();
  // A new start must not give numbers that the bot has seen already.
  const start = Math.floor(Date.now() / 1_000);
  let lastMessage = start % 1_000_000_000;
  let lastUpdate = start;
  let lastUser = start % 1_000_000_000;
  const seconds = () => Math.floor(Date.now() / 1_000);

  function changed(phone: Phone): void {
    for (const listener of listeners) listener(phone);
  }

  function push(phone: Phone, from: User, content: Pick<Message, 'text' | 'entities' | 'reply_markup'>): Message {
    lastMessage += 1;
    const chat = { id: phone.user.id, type: 'private', first_name: phone.user.first_name } as const;
    const message = { message_id: lastMessage, from, chat, date: seconds(), ...content };
    phone.messages.push(message);
    if (phone.messages.length > messagesMax) phone.messages.shift();
    return message;
  }

  return {
    bot,
    open(firstName, languageCode) {
      lastUser += 1;
      const user = { id: lastUser, is_bot: false, first_name: firstName, language_code: languageCode };
      const phone: Phone = { id: randomBytes(16).toString('base64url'), user, messages: [], quickReplies: [], notices: [], blocked: false };
      phones.set(phone.id, phone);
      const [oldest] = phones.keys();
      if (phones.size > phonesMax && oldest !== undefined) phones.delete(oldest);
      return phone;
    },
    phone: (id) => phones.get(id),
    ofChat(chatId) {
      const phone = [...phones.values()].find(({ user }) => user.id === chatId);
      if (phone === undefined) throw badRequest('chat not found');
      if (phone.blocked) throw new BotApiError(403, 'Forbidden: bot was blocked by the user');
      return phone;
    },
    write(phone, text) {
      const command = /^\/[a-z0-9_]+/i.exec(text)?.[0];
      const entities = command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
      const message = push(phone, phone.user, { text, ...entities });
      lastUpdate += 1;
      changed(phone);
      return { update_id: lastUpdate, message };
    },
    press(phone, messageId, data) {
      const message = phone.messages.find(({ message_id }) => message_id === messageId);
      if (message === undefined) throw badRequest('message not found');
      const id = String(randomBytes(8).readBigUInt64BE());
      presses.set(id, { phone, answered: false });
      const [oldest] = presses.keys();
      if (presses.size > pressesMax && oldest !== undefined) presses.delete(oldest);
      lastUpdate += 1;
      return { update_id: lastUpdate, callback_query: { id, from: phone.user, message, chat_instance: String(phone.user.id), data } };
    },
    clear(phone) {
      phone.messages.length = 0;
      changed(phone);
    },
    add(phone, content) {
      const message = push(phone, bot, content);
      changed(phone);
      return message;
    },
    edit(phone, messageId, content) {
      const index = phone.messages.findIndex(({ message_id }) => message_id === messageId);
      const before = phone.messages[index];
      if (before === undefined) throw badRequest('message to edit not found');
      const markup = before.reply_markup as Partial<InlineKeyboard> | undefined;
      if (!before.from.is_bot || (markup !== undefined && markup.inline_keyboard === undefined))
        throw badRequest("message can't be edited");
      if (sameContent(before, content)) {
        throw badRequest(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      }
      const { message_id, from, chat, date } = before;
      const after = { message_id, from, chat, date, edit_date: seconds(), ...content };
      phone.messages[index] = after;
      changed(phone);
      return after;
    },
    answerPress(id, text) {
      const press = presses.get(id);
      if (press === undefined || press.answered) throw badRequest('query is too old and response timeout expired or query ID is invalid');
      press.answered = true;
      if (text === undefined || text === '') return;
      press.phone.notices.push({ id, text });
      if (press.phone.notices.length > noticesMax) press.phone.notices.shift();
      changed(press.phone);
    },
    onChange: (listener) => void listeners.add(listener),
  };
}

function sameContent(
  a: Pick<Message, 'text' | 'entities' | 'reply_markup'>,
  b: Pick<Message, 'text' | 'entities' | 'reply_markup'>,
): boolean {
  const content = ({ text, entities = [], reply_markup = null }: typeof a) => JSON.stringify([text, entities, reply_markup]);
  return content(a) === content(b);
}
