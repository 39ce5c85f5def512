import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addChat, type Clock, createClock, openTestStore, type TestStore } from '../testkit/store.ts';
import { type Attempt, type Attempts, createAttempts } from './attempts.ts';

const minute = 60_000;
const pending = { state: 'state', nonce: 'nonce', verifier: 'verifier', begunAt: 0 };
const login = { subject: 'olena', tokens: { accessToken: 'access', accessExpiresAt: 1, refreshToken: 'refresh' } };

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

let clock: Clock;
let chat: string;
let attempts: Attempts;
let chats = 0;
beforeEach(async () => {
  clock = createClock();
  chats += 1;
  chat = await addChat(opened.store, chats, clock.now());
  attempts = createAttempts(opened.store, opened.vault, clock.now);
});

async function offered(where = chat): Promise<string> {
  const token = await attempts.offer(where);
  if (token === undefined) throw new Error('no link was given');
  return token;
}

async function begun(where = chat): Promise<string> {
  const found = await attempts.begin(await offered(where), pending);
  if (found === undefined) throw new Error('the link was not good');
  return found.cookie;
}

async function confirming(where = chat): Promise<{ cookie: string; code: string; attempt: Attempt }> {
  const cookie = await begun(where);
  const attempt = await attempts.pending(cookie);
  const code = attempt && (await confirm(attempt));
  if (attempt === undefined || code === undefined) throw new Error('the log-in was not taken');
  return { cookie, code, attempt };
}

const confirm = (attempt: Attempt) =>
  opened.store.transaction().execute((transaction) => attempts.confirm(transaction, attempt, login, 'Олена Коваленко'));
const tryCode = (cookie: string, code: string) =>
  opened.store.transaction().execute((transaction) => attempts.tryCode(transaction, cookie, code));
const otherThan = (code: string) => String((Number(code) + 1) % 100).padStart(2, '0');

/** Cookies of the right attempt with a secret that is not its own, and the other way about. */
async function foreignCookies(cookie: string): Promise<string[]> {
  const [id = '', secret = ''] = cookie.split('.');
  const other = await begun(await addChat(opened.store, 10_000 + chats, clock.now()));
  const [otherId = '', otherSecret = ''] = other.split('.');
  return ['', id, `${id}.`, `${id}.${secret.slice(1)}`, `${id}.${otherSecret}`, `${otherId}.${secret}`];
}

describe('a link', () => {
  it('is good for five minutes, once', async () => {
    const [early, late] = [await offered(), await offered()];
    clock.pass(5 * minute - 1);
    expect(await attempts.peek(early)).toBe(chat);
    expect((await attempts.begin(early, pending))?.chat).toBe(chat);
    expect(await attempts.begin(early, pending)).toBeUndefined();
    expect(await attempts.peek(early)).toBeUndefined();
    clock.pass(1);
    expect(await attempts.peek(late)).toBeUndefined();
    expect(await attempts.begin(late, pending)).toBeUndefined();
  });

  it('is given five times in any five minutes', async () => {
    for (let count = 0; count < 5; count += 1) {
      await offered();
      clock.pass(minute - 1);
    }
    expect(await attempts.offer(chat)).toBeUndefined();
    clock.pass(5);
    expect(await attempts.offer(chat)).toHaveLength(22);
    expect(await attempts.offer(chat)).toBeUndefined();
  });
});

describe('a log-in that was begun', () => {
  it('may take five minutes', async () => {
    const cookie = await begun();
    clock.pass(5 * minute - 1);
    expect(await attempts.pending(cookie)).toMatchObject({ chat, login: pending });
    clock.pass(1);
    expect(await attempts.pending(cookie)).toBeUndefined();
  });

  it('belongs to the browser that began it', async () => {
    const cookie = await begun();
    for (const other of await foreignCookies(cookie)) {
      expect(await attempts.pending(other), other).toBeUndefined();
      expect(await attempts.abandon(other), other).toBeUndefined();
    }
    expect(await attempts.pending(cookie)).toBeDefined();
  });

  it('is taken once, and never after it was given up', async () => {
    const { attempt, cookie } = await confirming();
    expect(await confirm(attempt)).toBeUndefined();
    expect(await attempts.pending(cookie)).toBeUndefined();
    const abandoned = await begun();
    const before = await attempts.pending(abandoned);
    await attempts.abandon(abandoned);
    expect(before && (await confirm(before))).toBeUndefined();
  });
});

describe('a code', () => {
  it('is good for five minutes, once, in the browser that logged in', async () => {
    const { cookie, code } = await confirming();
    for (const other of await foreignCookies(cookie)) expect(await tryCode(other, code), other).toEqual({ kind: 'dead', login: undefined });
    clock.pass(5 * minute - 1);
    expect(await tryCode(cookie, code)).toMatchObject({ kind: 'right', attempt: { chat, customer: 'Олена Коваленко' }, login });
    expect(await tryCode(cookie, code)).toEqual({ kind: 'dead', login: undefined });

    const late = await confirming();
    clock.pass(5 * minute);
    expect(await attempts.confirming(late.cookie)).toBeUndefined();
    expect(await tryCode(late.cookie, late.code)).toEqual({ kind: 'dead', login: undefined });
  });

  it('is compared: another one, none or a longer one is wrong, and the third wrong one is the last', async () => {
    const { cookie, code } = await confirming();
    expect(await tryCode(cookie, '')).toMatchObject({ kind: 'wrong', left: 2 });
    expect(await tryCode(cookie, `${code}${code}`)).toMatchObject({ kind: 'wrong', left: 1 });
    expect(await tryCode(cookie, otherThan(code)), 'with the log-in, so that it can be ended').toEqual({ kind: 'dead', login });
    expect(await tryCode(cookie, code)).toEqual({ kind: 'dead', login: undefined });
  });

  it('is right after two wrong ones, however it is spaced, and is no other attempt’s of the chat', async () => {
    const [one, two] = [await confirming(), await confirming()];
    expect(one.code).not.toBe(two.code);
    expect(await tryCode(one.cookie, two.code)).toMatchObject({ kind: 'wrong', left: 2 });
    expect(await tryCode(one.cookie, otherThan(one.code))).toMatchObject({ kind: 'wrong', left: 1 });
    expect(await tryCode(one.cookie, ` ${one.code[0]} ${one.code[1]} `)).toMatchObject({ kind: 'right' });
  });

  it('is gone with the attempt that is given up, and its log-in is handed back to be ended', async () => {
    const { cookie, code } = await confirming();
    expect(await attempts.abandon(cookie)).toEqual(login);
    expect(await tryCode(cookie, code)).toEqual({ kind: 'dead', login: undefined });
  });
});

it('what is kept of a log-in does not open in another attempt', async () => {
  const [one, two] = [await confirming(), await confirming()];
  const rows = await opened.store.selectFrom('messenger_link_attempt').selectAll().where('chat', '=', chat).execute();
  const sealedOf = (id: string) => rows.find((row) => row.id === id)?.sealed ?? null;
  expect(sealedOf(one.attempt.id)).not.toContain('refresh');
  await opened.store
    .updateTable('messenger_link_attempt')
    .set({ sealed: sealedOf(one.attempt.id) })
    .where('id', '=', two.attempt.id)
    .execute();
  expect(await tryCode(two.cookie, two.code)).toEqual({ kind: 'dead', login: undefined });
});
