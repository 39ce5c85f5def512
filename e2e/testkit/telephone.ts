import { BrowserWithoutScript } from '#identity/testkit/browser-without-script.ts';

interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface ChatMessage {
  readonly message_id: number;
  readonly from: { readonly is_bot: boolean };
  readonly text: string;
  readonly edit_date?: number;
  readonly entities?: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly InlineButton[])[] };
}

export interface ChatState {
  readonly messages: readonly ChatMessage[];
  readonly notices: readonly { readonly text: string }[];
  readonly quickReplies: readonly (readonly string[])[];
}

/** A telephone of the Telegram emulator, held as the page holds it: over HTTP, with what happens coming by itself. */
export interface Telephone {
  readonly chat: ChatState;
  /** The messages of the bot, the newest last. */
  readonly said: readonly ChatMessage[];
  write(text: string): Promise<void>;
  /** Presses the newest button that reads so. */
  press(label: string): Promise<void>;
  /** Presses what once stood under a message, whether it still does or not. */
  pressData(messageId: number, data: string): Promise<void>;
  button(label: string): { readonly message: ChatMessage; readonly button: InlineButton };
  /** Resolves once the chat is so; rejects, with what the chat shows, after 20 s. */
  until(what: string, is: (chat: ChatState) => boolean): Promise<ChatState>;
  /** Resolves with the newest message of the bot once it says this. */
  hears(text: string): Promise<ChatMessage>;
  /** Logs in with the one-time link that the chat shows, and enters the code that it shows then. */
  linkAs(username: string): Promise<void>;
  close(): void;
}

const patienceMs = 20_000;
const nowhere = 'nowhere:';

export async function openTelephone(url: string, person: { readonly name: string; readonly language: string }): Promise<Telephone> {
  const phones = `${url}/messengers/api/phones`;
  const { id } = (await (await post(phones, person)).json()) as { id: string };
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  let chat: ChatState = { messages: [], notices: [], quickReplies: [] };
  let broken: unknown;

  async function listen(): Promise<void> {
    const { body } = await fetch(`${phones}/${id}/events`, { signal: closing.signal });
    if (body === null) throw new Error('no events');
    let buffered = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const parts = (buffered + chunk).split('\n\n');
      buffered = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data === undefined) continue;
        chat = JSON.parse(data) as ChatState;
        for (const listener of listeners) listener();
      }
    }
  }
  listen().catch((error: unknown) => {
    broken = error;
  });

  function until(what: string, is: (state: ChatState) => boolean): Promise<ChatState> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(look);
        const shown = chat.messages.map(({ from, text }) => `${from.is_bot ? 'bot' : 'person'}: ${text}`).join('\n---\n');
        reject(new Error(`the chat did not come to: ${what}${broken === undefined ? '' : ` (${String(broken)})`}. It shows:\n${shown}`));
      }, patienceMs);
      const look = () => {
        if (!is(chat)) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve(chat);
      };
      listeners.add(look);
      look();
    });
  }

  const said = () => chat.messages.filter(({ from }) => from.is_bot);
  const buttonsOf = (message: ChatMessage) => (message.reply_markup?.inline_keyboard ?? []).flat();

  const telephone: Telephone = {
    get chat() {
      return chat;
    },
    get said() {
      return said();
    },
    write: async (text) => void (await post(`${phones}/${id}/messages`, { text })),
    async press(label) {
      const { message, button } = telephone.button(label);
      await telephone.pressData(message.message_id, button.callback_data ?? '');
    },
    pressData: async (messageId, data) => void (await post(`${phones}/${id}/presses`, { messageId, data })),
    button(label) {
      for (const message of said().toReversed()) {
        const button = buttonsOf(message).find(({ text }) => text.includes(label));
        if (button !== undefined) return { message, button };
      }
      throw new Error(
        `no button reads ${label}; there are ${said()
          .flatMap(buttonsOf)
          .map(({ text }) => text)
          .join(', ')}`,
      );
    },
    until,
    async hears(text) {
      const state = await until(
        `the bot says ${text}`,
        ({ messages }) => messages.findLast(({ from }) => from.is_bot)?.text.includes(text) === true,
      );
      return state.messages.findLast(({ from }) => from.is_bot) as ChatMessage;
    },
    async linkAs(username) {
      await telephone.until('a one-time link', () => linkOf(said()) !== undefined);
      const browser = new BrowserWithoutScript();
      await logInByLink(browser, linkOf(said()) ?? '', username);
      await enterCode(browser, url, await codeShown(telephone, 0));
    },
    close: () => closing.abort(),
  };
  await until('the first state', () => listeners.size > 0 && chat.messages !== undefined);
  return telephone;
}

/** The newest one-time link in the chat. */
export function linkOf(messages: readonly ChatMessage[]): string | undefined {
  return messages
    .flatMap(({ reply_markup: markup }) => (markup?.inline_keyboard ?? []).flat())
    .findLast(({ url }) => url?.includes('/link/'))?.url;
}

/** Opens a one-time link, goes on, signs in, and comes back to the question for the code. */
export async function logInByLink(
  browser: BrowserWithoutScript,
  link: string,
  username: string,
): Promise<{ readonly url: URL; readonly html: string; readonly status: number }> {
  const begun = await browser.open(link, nowhere, new URLSearchParams());
  const html = await begun.response.text();
  const action = /<form[^>]*\saction="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined || !html.includes('type="password"')) return { url: begun.url, html, status: begun.response.status };
  const { url, response } = await browser.open(
    new URL(action, begun.url).href,
    nowhere,
    new URLSearchParams({ username, password: 'portico-demo' }),
  );
  return { url, html: await response.text(), status: response.status };
}

/** The code of the `skip`-th newest message that shows one. */
export async function codeShown(telephone: Telephone, skip: number): Promise<string> {
  const codes = () =>
    telephone.said.flatMap(({ text, entities = [] }) =>
      entities.filter(({ type }) => type === 'code').map(({ offset, length }) => text.slice(offset, offset + length)),
    );
  await telephone.until('a code', () => codes().length > skip);
  return codes().at(-1 - skip) ?? '';
}

export async function enterCode(
  browser: BrowserWithoutScript,
  url: string,
  code: string,
): Promise<{ readonly status: number; readonly html: string }> {
  const { response } = await browser.open(`${url}/link/confirm`, nowhere, new URLSearchParams({ code, do: 'link' }));
  return { status: response.status, html: await response.text() };
}

async function post(url: string, body: object): Promise<Response> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status} ${await response.text()}`);
  return response;
}
