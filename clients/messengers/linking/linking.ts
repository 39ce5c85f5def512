import type { IncomingMessage, ServerResponse } from 'node:http';
import { BankError } from '#platform/errors.ts';
import { readBody } from '#platform/http/json-body.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type Span, type Tracing, withSpan } from '#platform/telemetry/tracing.ts';
import { type Channel, channelKeyOf } from '../core/channel.ts';
import type { Chat, Chats } from '../core/chats.ts';
import type { Conversation } from '../core/conversation.ts';
import { menu, quickReplies } from '../core/dialogue/menu.ts';
import type { Graph } from '../core/graph.ts';
import { chooseLanguage, type Language } from '../core/language.ts';
import { code as codeSpan, lines } from '../core/message.ts';
import type { Sessions } from '../core/sessions.ts';
import type { Store } from '../core/tables.ts';
import { ChatOwnerDocument } from '../generated/graphql.ts';
import type { Attempt, Attempts } from './attempts.ts';
import { type Keycloak, sameSession } from './keycloak.ts';
import { confirmPage, endPage, type LinkPage, sendLinkPage, startPage } from './pages.ts';

export interface LinkingOptions {
  readonly store: Store;
  readonly attempts: Attempts;
  readonly chats: Chats;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly conversation: Conversation;
  readonly sessions: Sessions;
  readonly keycloak: Keycloak;
  readonly graph: Graph;
  /** Where the browser reaches this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly identityOrigin: string;
  readonly wake: (chat: string) => void;
  readonly tracing: Tracing;
  readonly logger: Logger;
}

export interface Linking {
  /** Serves `/link/`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const cookieName = 'portico_link';
const cookieSeconds = 600;
const formBytesMax = 2_000;
const token = /^\/link\/([A-Za-z0-9_-]{22})$/;

/** From the one-time link of a chat to the customer that it speaks for: log-in, then the code that only the chat shows. */
export function createLinking(options: LinkingOptions): Linking {
  const { store, attempts, chats, channels, conversation, sessions, keycloak, graph, publicUrl, tracing, wake } = options;
  const redirectUri = `${publicUrl}/link/callback`;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';

  async function route(request: IncomingMessage, response: ServerResponse): Promise<LinkPage | undefined> {
    const url = new URL(request.url ?? '/', 'http://link');
    const isPost = request.method === 'POST';
    const offered = token.exec(url.pathname)?.[1];
    if (offered !== undefined) return isPost ? await begin(request, response, offered) : await show(request, offered);
    if (url.pathname === '/link/callback' && !isPost) return await comeBack(request, response, url.searchParams);
    if (url.pathname === '/link/confirm') return isPost ? await confirm(request, response) : await askCode(request);
    return endPage(languageOf(request), 'dead');
  }

  async function show(request: IncomingMessage, offered: string): Promise<LinkPage> {
    const chat = await chatOf(await attempts.peek(offered));
    if (chat === undefined) return endPage(languageOf(request), 'dead');
    return startPage(languageOf(request, chat), describe(chat), `/link/${offered}`);
  }

  async function begin(request: IncomingMessage, response: ServerResponse, offered: string): Promise<LinkPage | undefined> {
    const { url, pending } = keycloak.begin(redirectUri, languageOf(request, await chatOf(await attempts.peek(offered))));
    const begun = await attempts.begin(offered, pending);
    if (begun === undefined) return endPage(languageOf(request), 'dead');
    redirect(response, url, begun.cookie);
    return undefined;
  }

  async function comeBack(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<LinkPage | undefined> {
    const pending = await attempts.pending(cookieOf(request));
    const chat = await chatOf(pending?.chat);
    const code = query.get('code');
    const language = languageOf(request, chat);
    // The state ties the answer to this browser's own request (RFC 6749, section 10.12).
    if (pending === undefined || chat === undefined || query.get('state') !== pending.login.state) return endPage(language, 'dead');
    if (code === null) {
      await attempts.abandon(cookieOf(request));
      return endPage(language, 'cancelled');
    }
    const login = await keycloak.complete(code, redirectUri, pending.login);
    if (login === undefined) return endPage(language, 'unavailable');
    const linked = tracing.begin('chat linked', 'internal', undefined, { 'portico.channel': chat.address.channel });
    const ask = (trace: Span) => graph.ask(ChatOwnerDocument, {}, { token: login.tokens.accessToken, language, trace });
    const owner = await withSpan(linked, ask).catch(() => undefined);
    const isCustomer = owner !== undefined && !owner.errors.some(({ code: fault }) => fault === 'FORBIDDEN');
    if (!isCustomer || owner.data === undefined) {
      await attempts.abandon(cookieOf(request));
      await keycloak.end(login.tokens.refreshToken);
      return endPage(language, isCustomer ? 'unavailable' : 'noCustomer');
    }
    const customer = owner.data.me?.displayName ?? '';
    const moved = await showCode(chat, pending, login, customer);
    if (!moved) return endPage(language, 'dead');
    redirect(response, '/link/confirm');
    return undefined;
  }

  async function showCode(chat: Chat, attempt: Attempt, login: Parameters<Attempts['confirm']>[2], customer: string): Promise<boolean> {
    const channel = channelOf(chat);
    const linked = await sessions.isLinked(chat.key);
    const moved = await store.transaction().execute(async (transaction) => {
      const code = await attempts.confirm(transaction, attempt, login, customer);
      if (code === undefined) return false;
      await conversation.say(
        transaction,
        chat,
        channel,
        ({ words }) => [{ text: lines(words.linkCode(initialled(customer)), [codeSpan(code)], '', words.linkCodeWarning), buttons: [] }],
        linked,
      );
      return true;
    });
    wake(chat.key);
    return moved;
  }

  async function askCode(request: IncomingMessage): Promise<LinkPage> {
    const attempt = await attempts.confirming(cookieOf(request));
    const chat = await chatOf(attempt?.chat);
    if (attempt === undefined || chat === undefined) return endPage(languageOf(request), 'dead');
    return confirmPage({
      language: languageOf(request, chat),
      customer: attempt.customer,
      chat: describe(chat),
      action: '/link/confirm',
    });
  }

  async function confirm(request: IncomingMessage, response: ServerResponse): Promise<LinkPage> {
    const form = new URLSearchParams((await readBody(request, formBytesMax)).toString('utf8'));
    const cookie = cookieOf(request);
    const before = await chatOf((await attempts.confirming(cookie))?.chat);
    const language = languageOf(request, before);
    if (form.get('do') === 'cancel') {
      const login = await attempts.abandon(cookie);
      if (login !== undefined) await keycloak.end(login.tokens.refreshToken);
      dropCookie(response);
      return endPage(language, 'cancelled');
    }
    const { tried, replaced } = await tryCode(cookie, form.get('code') ?? '');
    if (tried.kind === 'wrong') {
      const chat = before === undefined ? '' : describe(before);
      return confirmPage({ language, customer: tried.attempt.customer, chat, action: '/link/confirm', triesLeft: tried.left });
    }
    dropCookie(response);
    if (tried.kind === 'dead') {
      if (tried.login !== undefined) await keycloak.end(tried.login.tokens.refreshToken);
      return endPage(language, 'dead');
    }
    wake(tried.attempt.chat);
    // A log-in of the same browser may share its session with the one before; that session goes on.
    if (replaced !== undefined && !sameSession(replaced, tried.login.tokens)) await keycloak.end(replaced.refreshToken);
    return endPage(language, 'done');
  }

  /** The code, the link and what the chat is told happen together or not at all. */
  async function tryCode(cookie: string, code: string) {
    return await store.transaction().execute(async (transaction) => {
      const tried = await attempts.tryCode(transaction, cookie, code);
      const chat = tried.kind === 'right' ? await chatOf(tried.attempt.chat, transaction) : undefined;
      if (tried.kind !== 'right' || chat === undefined) return { tried, replaced: undefined };
      const { customer } = tried.attempt;
      const owner = { subject: tried.login.subject, customer };
      const replaced = await sessions.link(transaction, chat.key, owner, tried.login.tokens);
      await conversation.say(
        transaction,
        chat,
        channelOf(chat),
        (context) => {
          const said =
            replaced === undefined ? context.words.linked(firstName(customer)) : context.words.linkedInstead(initialled(customer));
          return [{ text: lines(said), buttons: [], quickReplies: quickReplies(context) }, menu(context)];
        },
        true,
      );
      return { tried, replaced };
    });
  }

  async function chatOf(key: string | undefined, from: Store = store): Promise<Chat | undefined> {
    return key === undefined ? undefined : await chats.read(key, from);
  }

  function channelOf({ address }: Chat): Channel {
    const channel = channels.get(channelKeyOf(address));
    if (channel === undefined) throw new BankError('INTERNAL', 'This messenger is not connected.');
    return channel;
  }

  function describe(chat: Chat): string {
    return `${chat.person === '' ? chat.address.chat : chat.person}, ${channelOf(chat).title}`;
  }

  function redirect(response: ServerResponse, location: string, cookie?: string): void {
    if (cookie !== undefined)
      response.setHeader('set-cookie', `${cookieName}=${cookie}; Path=/link; HttpOnly; SameSite=Lax; Max-Age=${cookieSeconds}${secure}`);
    response.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
  }

  function dropCookie(response: ServerResponse): void {
    response.setHeader('set-cookie', `${cookieName}=; Path=/link; HttpOnly; SameSite=Lax; Max-Age=0${secure}`);
  }

  return {
    async handle(request, response) {
      if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) {
        response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
        return;
      }
      const page = await route(request, response);
      if (page !== undefined) sendLinkPage(response, page, [options.identityOrigin], request.method === 'HEAD');
    },
  };
}

function languageOf(request: IncomingMessage, chat?: Chat): Language {
  return chooseLanguage(chat?.language, chat?.messengerLanguage ?? request.headers['accept-language']?.slice(0, 100));
}

function cookieOf(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return (
    cookies
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1)
      .slice(0, 100) ?? ''
  );
}

/** "Олена К.": whoever reads along in the chat need not learn the whole name. */
function initialled(name: string): string {
  const [first = '', last = ''] = name.split(' ');
  return last === '' ? first : `${first} ${[...last][0]}.`;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? '';
}
