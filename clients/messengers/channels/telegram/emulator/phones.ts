import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseJson, readBody } from '#platform/http/json-body.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import type { Delivery } from './delivery.ts';
import type { Mailbox, Phone } from './mailbox.ts';
import type { Methods } from './methods.ts';
import { BotApiError } from './objects.ts';

export interface PhonesOptions {
  readonly mailbox: Mailbox;
  readonly methods: Methods;
  readonly delivery: Delivery;
}

export interface Phones {
  /** `/messengers/api/phones…`: what the page, or a test, does with a telephone. */
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
  stop(): void;
}

const bodyBytesMax = 20_000;
const watchersMax = 100;
const heartbeatMs = 15_000;
const newPhone = z.object({ name: z.string().trim().min(1).max(64), language: z.string().regex(/^[a-z]{2}$/) });
const newText = z.object({ text: z.string().trim().min(1).max(4_096) });
const newPress = z.object({ messageId: z.int(), data: z.string().min(1).max(64) });

export function createPhones({ mailbox, methods, delivery }: PhonesOptions): Phones {
  const watchers = new Map<ServerResponse, string>();
  mailbox.onChange((phone) => {
    for (const [response, id] of watchers) if (id === phone.id) push(response, phone);
  });
  const heartbeat = setInterval(() => {
    for (const response of watchers.keys()) response.write(': still here\n\n');
  }, heartbeatMs).unref();

  function stateOf(phone: Phone) {
    const { user, messages, quickReplies, notices, blocked } = phone;
    return { user, messages, quickReplies, notices, blocked, bot: mailbox.bot, commands: methods.commands(user.language_code ?? '') };
  }

  function push(response: ServerResponse, phone: Phone): void {
    response.write(`event: chat\ndata: ${JSON.stringify(stateOf(phone))}\n\n`);
  }

  function watch(response: ServerResponse, phone: Phone): void {
    if (watchers.size >= watchersMax) {
      respondJson(response, 503, { error: 'Too many telephones are watched.' });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    watchers.set(response, phone.id);
    response.once('close', () => watchers.delete(response));
    push(response, phone);
  }

  async function act(request: IncomingMessage, response: ServerResponse, phone: Phone, what: string): Promise<void> {
    switch (what) {
      case 'messages': {
        const { text } = newText.parse(await readJson(request));
        delivery.deliver(phone.user.id, mailbox.write(phone, text));
        return respondJson(response, 200, {});
      }
      case 'presses': {
        const { messageId, data } = newPress.parse(await readJson(request));
        delivery.deliver(phone.user.id, mailbox.press(phone, messageId, data));
        return respondJson(response, 200, {});
      }
      case 'clear':
        mailbox.clear(phone);
        return respondJson(response, 200, {});
      case 'block':
        phone.blocked = !phone.blocked;
        return respondJson(response, 200, { blocked: phone.blocked });
      default:
        return respondJson(response, 404, { error: 'There is no such thing.' });
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [id, what] = path.split('/');
    // A page of another origin cannot send JSON without being asked first, so nobody writes in a stranger's name.
    if (request.method === 'POST' && !/^application\/json/.test(request.headers['content-type'] ?? '')) {
      request.resume();
      return respondJson(response, 415, { error: 'Send JSON.' });
    }
    if (id === undefined || id === '') {
      if (request.method !== 'POST') return respondJson(response, 405, { error: 'Post a name and a language.' });
      const { name, language } = newPhone.parse(await readJson(request));
      return respondJson(response, 200, { id: mailbox.open(name, language).id });
    }
    const phone = mailbox.phone(id);
    if (phone === undefined) return respondJson(response, 404, { error: 'There is no such telephone; it may have been before a restart.' });
    if (request.method === 'POST') return await act(request, response, phone, what ?? '');
    if (what === 'events') return watch(response, phone);
    if (what === undefined) return respondJson(response, 200, stateOf(phone));
    respondJson(response, 404, { error: 'There is no such thing.' });
  }

  return {
    async handle(request, response, path) {
      try {
        await route(request, response, path);
      } catch (error) {
        if (error instanceof z.ZodError) return respondJson(response, 400, { error: error.issues[0]?.message ?? 'wrong' });
        if (error instanceof BotApiError) return respondJson(response, 400, { error: error.message });
        throw error;
      }
    },
    stop() {
      clearInterval(heartbeat);
      for (const response of watchers.keys()) response.end();
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  return parseJson(await readBody(request, bodyBytesMax));
}
