import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { addChat, type Clock, createClock, openTestStore, type TestStore } from '../testkit/store.ts';
import type { Identity, Refreshed, TokenSet } from './identity.ts';
import { createSessions } from './sessions.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

let clock: Clock;
let chat: string;
let chats = 0;
beforeEach(async () => {
  clock = createClock();
  chats += 1;
  chat = await addChat(opened.store, chats, clock.now());
});

const owner = { subject: 'olena', customer: 'Олена Коваленко' };
const lifeMs = 300_000;
const tokens = (name: string, bornAt = clock.now()): TokenSet => ({
  accessToken: `access ${name}`,
  accessExpiresAt: bornAt.getTime() + lifeMs,
  refreshToken: `refresh ${name}`,
});

/** Keycloak as the test wants it, with what it was asked. */
function identityThat({
  refreshed = { kind: 'unavailable' } as Refreshed,
  session = 'alive' as 'alive' | 'over' | 'unavailable',
  ends = true,
} = {}) {
  const asked: string[] = [];
  const identity: Identity = {
    async refresh(token) {
      asked.push(token);
      return refreshed;
    },
    async check(token) {
      asked.push(`check ${token}`);
      return session;
    },
    async end(token) {
      asked.push(`end ${token}`);
      return ends;
    },
  };
  return { asked, identity };
}

const sessionsOf = (identity: Identity) =>
  createSessions({ store: opened.store, vault: opened.vault, identity, logger: createLogger('test', 'silent'), now: clock.now });

async function link(set: TokenSet, where = chat): Promise<void> {
  const { identity } = identityThat();
  await opened.store.transaction().execute((transaction) => sessionsOf(identity).link(transaction, where, owner, set));
}

describe('the token of a linked chat', () => {
  it('is used to within 20 s of its end, and then renewed first', async () => {
    await link(tokens('one'));
    const renewed = tokens('two', new Date(clock.now().getTime() + lifeMs));
    const { identity, asked } = identityThat({ refreshed: { kind: 'refreshed', tokens: renewed } });
    clock.pass(lifeMs - 20_001);
    expect(await sessionsOf(identity).accessToken(chat)).toBe('access one');
    expect(asked).toEqual(['check access one']);
    clock.pass(1);
    expect(await sessionsOf(identity).accessToken(chat)).toBe('access two');
    expect(asked.slice(1)).toEqual(['refresh one']);
    expect(await sessionsOf(identity).accessToken(chat), 'what was renewed is kept').toBe('access two');
    expect(asked.slice(2)).toEqual(['check access two']);
  });

  it('is gone with its refresh token: nothing of a session that is over is used again', async () => {
    await link(tokens('one'));
    clock.pass(lifeMs - 5_000);
    const { identity, asked } = identityThat({ refreshed: { kind: 'over' } });
    const sessions = sessionsOf(identity);
    expect(await sessions.accessToken(chat)).toBeUndefined();
    expect(await sessions.isLinked(chat)).toBe(false);
    expect(await sessions.accessToken(chat)).toBeUndefined();
    expect(asked).toEqual(['refresh one']);
  });

  it('is gone once the session was ended elsewhere, though the token would hold for minutes', async () => {
    await link(tokens('one'));
    const { identity } = identityThat({ session: 'over' });
    expect(await sessionsOf(identity).accessToken(chat)).toBeUndefined();
    expect(await sessionsOf(identity).isLinked(chat)).toBe(false);
  });

  it('is kept while nobody at the identity provider answers', async () => {
    await link(tokens('one'));
    const { identity } = identityThat({ session: 'unavailable' });
    expect(await sessionsOf(identity).accessToken(chat)).toBe('access one');
    clock.pass(lifeMs);
    expect(await sessionsOf(identity).accessToken(chat), 'the gateway will say what it thinks of it').toBe('access one');
    expect(await sessionsOf(identity).isLinked(chat)).toBe(true);
  });

  it('does not open in another chat, whoever moves it there in the database', async () => {
    await link(tokens('one'));
    const other = await addChat(opened.store, 1_000 + chats, clock.now());
    await link(tokens('two'), other);
    const { tokens: stolen } = await opened.store
      .selectFrom('messenger_link')
      .select('tokens')
      .where('chat', '=', chat)
      .executeTakeFirstOrThrow();
    await opened.store.updateTable('messenger_link').set({ tokens: stolen }).where('chat', '=', other).execute();
    const { identity, asked } = identityThat();
    expect(await sessionsOf(identity).accessToken(other)).toBeUndefined();
    expect(await sessionsOf(identity).isLinked(other)).toBe(false);
    expect(asked).toEqual([]);
    expect(stolen).not.toContain('access');
  });

  it('that was replaced while the old one was being renewed stays', async () => {
    await link(tokens('one'));
    clock.pass(lifeMs);
    const { identity } = identityThat({ refreshed: { kind: 'over' } });
    const slow: Identity = {
      ...identity,
      async refresh(token) {
        await link(tokens('two'));
        return await identity.refresh(token);
      },
    };
    expect(await sessionsOf(slow).accessToken(chat)).toBeUndefined();
    expect(await sessionsOf(identityThat().identity).accessToken(chat)).toBe('access two');
  });
});

describe('a log-out', () => {
  it.each([true, false])('forgets the tokens, whether the identity provider ended the session (%s) or not', async (ends) => {
    await link(tokens('one'));
    const { identity, asked } = identityThat({ ends });
    await sessionsOf(identity).logOut(chat);
    expect(asked).toEqual(['end refresh one']);
    expect(await sessionsOf(identity).accessToken(chat)).toBeUndefined();
  });
});
