import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { readBody } from '#platform/http/json-body.ts';
import { respondJson } from '#platform/http/respond-json.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { noTracing } from '#platform/telemetry/tracing.ts';
import { createTelegram } from '../channels/telegram/telegram.ts';
import { type Clock, createClock, openTestStore, type TestStore } from '../testkit/store.ts';
import { type Chats, createChats } from './chats.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { type CanonicalEvent, commands } from './event.ts';
import { createGraph } from './graph.ts';
import { receive } from './inbox.ts';
import { createSessions } from './sessions.ts';

const logger = createLogger('test', 'silent');
/** Only its words for messages are used here; nothing is sent. */
const channel = createTelegram({ token: '7001:a-token-of-the-right-length-for-a-bot', apiRoot: 'http://127.0.0.1:1' });
const hourMs = 3_600_000;

let opened: TestStore;
let gateway: HttpServer;
/** What the bank is asked, and what happens while it is. */
const asked: { query: string; variables: { input?: { cardId: string; idempotencyKey: string } } }[] = [];
let meanwhile: () => Promise<void>;
beforeAll(async () => {
  opened = await openTestStore();
  gateway = createHttpServer({
    name: 'gateway',
    host: '127.0.0.1',
    port: 0,
    async handle(request, response) {
      asked.push(JSON.parse((await readBody(request, 100_000)).toString('utf8')));
      await meanwhile();
      respondJson(response, 200, { data: null, errors: [{ message: 'No.', extensions: { code: 'OUTCOME_UNKNOWN' } }] });
    },
  });
  await gateway.start();
});
afterAll(async () => {
  await gateway.stop();
  await opened.close();
});

let clock: Clock;
let number = 0;
let chat: string;
let sequence = 0;
beforeEach(() => {
  clock = createClock();
  number += 1;
  chat = `telegram:7001:${number}`;
  asked.length = 0;
  meanwhile = async () => {};
});

/** One process of the bot. */
function createProcess(): { chats: Chats; conversation: Conversation } {
  const identity = { refresh: async () => ({ kind: 'unavailable' as const }), check: async () => 'alive' as const, end: async () => true };
  const sessions = createSessions({ store: opened.store, vault: opened.vault, identity, logger, now: clock.now });
  const chats = createChats(opened.store, clock.now);
  const conversation = createConversation({
    store: opened.store,
    chats,
    sessions,
    graph: createGraph(`${gateway.url}/graphql`),
    offerLink: async () => 'https://bank.test/link/one-time',
    bankPhone: '0 800 000 000',
    tracing: noTracing,
    webBankUrl: 'https://bank.test/',
    logger,
    now: clock.now,
  });
  return { chats, conversation };
}

async function linkChat(): Promise<void> {
  const tokens = { accessToken: 'access', accessExpiresAt: clock.now().getTime() + 1_000 * hourMs, refreshToken: 'refresh' };
  const row = { subject: 'olena', customer: 'Олена Коваленко', tokens: opened.vault.seal(tokens, chat), linked_at: clock.now() };
  await opened.store
    .insertInto('messenger_link')
    .values({ chat, ...row })
    .execute();
}

async function happens(what: CanonicalEvent['what'], isPublic = false, id?: string): Promise<void> {
  sequence += 1;
  const address = { channel: 'telegram', bot: '7001', chat: String(number) };
  const event = { id: id ?? String(sequence), sequence, address, isPublic, person: { name: 'Ada', language: 'en' }, what };
  await receive(opened.store, [event], clock.now());
}

interface Payload {
  readonly text?: string;
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly { text: string; callback_data?: string; url?: string }[])[] };
}

/** Lets a process answer all there is; what it says, and takes for said. */
async function answersOf({ chats, conversation }: ReturnType<typeof createProcess>): Promise<Payload[]> {
  const found = await chats.read(chat);
  if (found === undefined) throw new Error('nothing has happened in this chat');
  expect(await chats.hold(chat)).toBe(true);
  while (await conversation.answerNext(found, channel));
  await chats.release(chat);
  return await said();
}

async function said(): Promise<Payload[]> {
  const rows = await opened.store.selectFrom('messenger_outbox').select(['id', 'request']).where('chat', '=', chat).orderBy('id').execute();
  await opened.store.deleteFrom('messenger_outbox').where('chat', '=', chat).execute();
  return rows.map(({ request }) => (request as { payload: Payload }).payload);
}

const buttonsOf = (payloads: readonly Payload[]) => payloads.flatMap(({ reply_markup: markup }) => (markup?.inline_keyboard ?? []).flat());
const press = (button: string) => happens({ kind: 'press', button, press: 'p', message: '1' });
const texts = (payloads: readonly Payload[]) => payloads.map(({ text }) => text ?? '').join('\n');

/** A button for the lock of a card, as the bot would have offered it. */
async function lockButton(): Promise<string> {
  const id = `button-${number}-${Math.random()}`.slice(0, 60);
  await opened.store
    .insertInto('messenger_button')
    .values({
      id,
      chat,
      action: JSON.stringify({ name: 'lock-card', card: 'card_1' }),
      expires_at: new Date(clock.now().getTime() + 24 * hourMs),
      used_at: null,
    })
    .execute();
  return id;
}

describe('a button', () => {
  async function helpButton(): Promise<string> {
    await happens({ kind: 'command', command: 'menu' });
    return buttonsOf(await answersOf(createProcess())).find(({ text }) => text.includes('Help'))?.callback_data ?? '';
  }

  it('works for a day, and then no more', async () => {
    const [early, late] = [await helpButton(), await helpButton()];
    clock.pass(24 * hourMs);
    await press(early);
    expect(texts(await answersOf(createProcess()))).toContain('What I can do');
    clock.pass(1);
    await press(late);
    expect(texts(await answersOf(createProcess()))).toContain('That button no longer works');
  });

  it('works once, and in its own chat', async () => {
    const [button, foreign] = [await helpButton(), await helpButton()];
    for (const expected of ['What I can do', 'no longer works', 'no longer works']) {
      await press(button);
      expect(texts(await answersOf(createProcess()))).toContain(expected);
      clock.pass(10_000);
    }
    number += 1;
    chat = `telegram:7001:${number}`;
    await press(foreign);
    expect(texts(await answersOf(createProcess()))).toContain('no longer works');
  });
});

describe('a double tap', () => {
  it('does what the first tap means, once, and says no more than that; ten seconds later it is a second wish', async () => {
    await happens({ kind: 'opened' });
    await answersOf(createProcess());
    await linkChat();
    const button = await lockButton();
    await press(button);
    await answersOf(createProcess());
    expect(asked).toHaveLength(1);
    clock.pass(9_999);
    await press(button);
    expect(await answersOf(createProcess())).toEqual([{ callback_query_id: 'p', text: 'Already done.' }]);
    clock.pass(1);
    await press(button);
    expect(texts(await answersOf(createProcess()))).toContain('no longer works');
    expect(asked).toHaveLength(1);
  });
});

describe('an emergency', () => {
  const stolen = { kind: 'text' as const, text: 'Help, my card was stolen!', cardNumberMasked: false };

  it('is answered with the number to call and a way to lock, and no system is asked before', async () => {
    await happens(stolen);
    const unlinked = await answersOf(createProcess());
    expect(texts(unlinked)).toContain('0 800 000 000');
    expect(buttonsOf(unlinked).map(({ text }) => text)).toContain('🔗 Link my account');
    await linkChat();
    await happens(stolen);
    const linked = await answersOf(createProcess());
    expect(texts(linked)).toContain('0 800 000 000');
    expect(buttonsOf(linked).map(({ text }) => text)).toContain('🔒 Lock my card');
    expect(asked).toEqual([]);
  });

  it('has the number also where a card number was sent with it, and where others read along', async () => {
    await happens({ ...stolen, text: 'My card 4111 1111 1111 1111 was stolen' });
    const answered = texts(await answersOf(createProcess()));
    expect(answered).toContain('0 800 000 000');
    expect(answered).toContain('delete the message');
    await happens(stolen, true);
    const publicly = await answersOf(createProcess());
    expect(texts(publicly)).toContain('0 800 000 000');
    expect(buttonsOf(publicly)).toEqual([]);
  });
});

describe('a button that offers to link, in a chat that is linked by now', () => {
  it('says so, and links another account only when it is asked for', async () => {
    await happens({ kind: 'command', command: 'menu' });
    const link = buttonsOf(await answersOf(createProcess())).find(({ text }) => text.includes('Link my account'));
    await linkChat();
    await press(link?.callback_data ?? '');
    const answered = await answersOf(createProcess());
    expect(texts(answered)).toContain('already linked');
    expect(buttonsOf(answered).some(({ url }) => url !== undefined)).toBe(false);
    await press(buttonsOf(answered).find(({ text }) => text.includes('Link another'))?.callback_data ?? '');
    expect(buttonsOf(await answersOf(createProcess())).some(({ url }) => url === 'https://bank.test/link/one-time')).toBe(true);
  });
});

describe('in a chat that others read along', () => {
  it.each<CanonicalEvent['what']>([
    { kind: 'opened' },
    ...commands.map((command) => ({ kind: 'command' as const, command })),
    { kind: 'text', text: 'balance', cardNumberMasked: false },
    { kind: 'press', button: 'lock', press: 'p', message: '1' },
  ])('nothing is answered but where to talk: %j', async (what) => {
    await happens({ kind: 'opened' }, true);
    await answersOf(createProcess());
    await linkChat();
    const button = await lockButton();
    await happens(what.kind === 'press' ? { ...what, button } : what, true);
    const answered = (await answersOf(createProcess())).filter(({ text }) => text !== undefined);
    expect(answered).toHaveLength(1);
    expect(texts(answered)).toContain('private');
    expect(texts(answered)).not.toMatch(/Олена|Ada/);
    expect(buttonsOf(answered)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('an intention', () => {
  it('has one key, whoever answers it and however often; another intention has another', async () => {
    await happens({ kind: 'opened' });
    await answersOf(createProcess());
    await linkChat();
    const [first, second] = [createProcess(), createProcess()];
    await press(await lockButton());
    // While the bank is being asked, the first process loses the chat to the second one.
    meanwhile = async () => {
      meanwhile = async () => {};
      clock.pass(90_001);
      expect(await second.chats.hold(chat)).toBe(true);
    };
    await expect(answersOf(first)).rejects.toThrow('another process has taken this chat over');
    expect(await said(), 'what it would have said is not said').toEqual([]);
    const open = await opened.store
      .selectFrom('messenger_inbox')
      .select('state')
      .where('chat', '=', chat)
      .where('state', '=', 'received')
      .execute();
    expect(open).toHaveLength(1);

    expect(texts(await answersOf(second))).not.toBe('');
    await press(await lockButton());
    await answersOf(second);
    const keys = asked.map(({ variables }) => variables.input?.idempotencyKey ?? '');
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7E]{1,64}$/);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});
