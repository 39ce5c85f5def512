import { randomBytes } from 'node:crypto';
import { testDatabases } from '#platform/database/testkit.ts';
import { createVault, type Vault } from '../core/secrets.ts';
import { openStore, type Store } from '../core/tables.ts';

/** A clock that stands still until the test moves it. */
export interface Clock {
  readonly now: () => Date;
  pass(milliseconds: number): void;
}

export function createClock(start = '2026-06-30T10:00:00Z'): Clock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass(milliseconds) {
      at += milliseconds;
    },
  };
}

export interface TestStore {
  readonly store: Store;
  readonly vault: Vault;
  close(): Promise<void>;
}

/** An empty store in memory, with a key of its own. */
export async function openTestStore(): Promise<TestStore> {
  const [pglite] = testDatabases();
  if (pglite === undefined) throw new Error('there is no database to test with');
  const database = await pglite.open();
  return { store: await openStore(database), vault: createVault(randomBytes(32)), close: () => database.stop() };
}

/** A private chat of Telegram, as `receive` makes one. */
export async function addChat(store: Store, number: number, now: Date): Promise<string> {
  const chat = `telegram:7001:${number}`;
  await store
    .insertInto('messenger_chat')
    .values({
      chat,
      address: JSON.stringify({ channel: 'telegram', bot: '7001', chat: String(number) }),
      person: 'Ada',
      language: 'en',
      messenger_language: null,
      newest_message: null,
      leased_by: null,
      leased_until: null,
      created_at: now,
    })
    .execute();
  return chat;
}
