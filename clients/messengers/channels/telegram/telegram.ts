import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { catalogues } from '#clients/messengers/core/catalogue/index.ts';
import type { Channel, ChannelRequest } from '#clients/messengers/core/channel.ts';
import { commands } from '#clients/messengers/core/event.ts';
import { type Language, languages } from '#clients/messengers/core/language.ts';
import { capabilities } from '../capabilities.ts';
import { createBotApi } from './bot-api.ts';
import { allowedUpdates, parseUpdate, telegramCommandOf } from './parse.ts';
import { renderMessage } from './render.ts';

export interface TelegramOptions {
  /** `7001:AAE…`, from BotFather. */
  readonly token: string;
  /** `https://api.telegram.org`, or another server that speaks the Bot API. */
  readonly apiRoot: string;
  /** What Telegram sends with each update; made from the token by default. 1 to 256 of `A-Za-z0-9_-`. */
  readonly webhookSecret?: string | undefined;
}

const can = capabilities.telegram;
const secretHeader = 'x-telegram-bot-api-secret-token';
/** How many places after the newest known message are searched for one whose outcome is unknown. */
const placesMax = 12;

/** The Telegram channel: grammY for calls and types, our own webhook, so that an update is stored before it is acknowledged. */
export function createTelegram({ token, apiRoot, webhookSecret = secretOf(token) }: TelegramOptions): Channel {
  const bot = token.split(':', 1)[0] ?? '';
  const api = createBotApi(token, apiRoot);
  const expected = digest(webhookSecret);

  return {
    name: 'telegram',
    title: 'Telegram',
    bot,
    capabilities: can,

    verify({ headers }) {
      const given = headers[secretHeader];
      // Digests have one length, so the comparison takes one time.
      return timingSafeEqual(digest(typeof given === 'string' ? given : ''), expected) && typeof given === 'string';
    },

    parse: ({ body }) => parseUpdate(body, bot),

    render: (message, address) => renderMessage(message, address, can),

    acknowledge: (press, notice) => [
      {
        method: 'answerCallbackQuery',
        payload: { callback_query_id: press, ...(notice === undefined ? {} : { text: notice.slice(0, can.noticeCharactersMax) }) },
        effect: 'dispensable',
      },
    ],

    send: (request) => api.call(request),

    /**
     * Telegram keeps no idempotency key and lets a bot read no chat. But an edit tells whether a message stands at a
     * place: to the very same content it answers "not modified". Places of a bot grow by one over all its chats, so the
     * search is short, and in a busy bot it may miss: then the message is sent again.
     */
    async find({ method, payload }, newest) {
      if (method !== 'sendMessage' || newest === undefined || hasKeyboard(payload)) return undefined;
      for (let place = Number(newest) + 1; place <= Number(newest) + placesMax; place += 1) {
        const outcome = await api.call({ method: 'editMessageText', payload: { ...payload, message_id: place } });
        if (outcome.kind === 'sent') return String(place);
        if (outcome.kind !== 'refused') throw new Error(`the message could not be looked for: ${outcome.reason}`);
      }
      return undefined;
    },

    async connect(webhookUrl) {
      await must({
        method: 'setWebhook',
        payload: { url: webhookUrl, secret_token: webhookSecret, allowed_updates: [...allowedUpdates], max_connections: 40 },
      });
      for (const language of [undefined, ...languages]) await must({ method: 'setMyCommands', payload: commandsIn(language) });
    },
  };

  async function must(request: Pick<ChannelRequest, 'method' | 'payload'>): Promise<void> {
    const outcome = await api.call(request);
    if (outcome.kind !== 'sent') throw new Error(`${request.method}: ${outcome.reason}`);
  }
}

/** Telegram edits no message that came with a keyboard for replies. */
function hasKeyboard(payload: ChannelRequest['payload']): boolean {
  const markup = payload.reply_markup;
  return typeof markup === 'object' && markup !== null && 'keyboard' in markup;
}

function commandsIn(language: Language | undefined): Readonly<Record<string, unknown>> {
  const words = catalogues[language ?? 'uk'].commandNames;
  const offered = commands.map((command) => ({ command: telegramCommandOf(command), description: words[command] }));
  return { commands: offered, ...(language === undefined ? {} : { language_code: language }) };
}

function secretOf(token: string): string {
  return createHmac('sha256', token).update('portico webhook').digest('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
