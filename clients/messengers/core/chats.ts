import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type ChatAddress, chatAddress } from './event.ts';
import type { Store } from './tables.ts';

export interface Chat {
  readonly key: string;
  readonly address: ChatAddress;
  readonly person: string;
  /** What was chosen here, and what the messenger says. */
  readonly language: string | null;
  readonly messengerLanguage: string | null;
}

/** A process that works on a chat holds it, so that its events are answered one after another. */
export interface Chats {
  read(chat: string, from?: Store): Promise<Chat | undefined>;
  /** Holds a chat for this process, or answers false while another one does. */
  hold(chat: string): Promise<boolean>;
  release(chat: string): Promise<void>;
  /** Throws where another process has taken the chat over meanwhile; called in the transaction that ends the work. */
  assertHeld(transaction: Store, chat: string): Promise<void>;
  /** Lets go of what a process before this one held; for a database that only this process can use. */
  releaseAll(): Promise<void>;
  /** Chats with something to answer or to send, the longest waiting first. */
  waiting(limit: number): Promise<readonly string[]>;
}

/** Longer than one event can take: some graph calls of 15 s and a refresh. */
const holdMs = 90_000;

export function createChats(store: Store, now: () => Date): Chats {
  const self = randomUUID();

  return {
    async read(chat, from = store) {
      const row = await from.selectFrom('messenger_chat').selectAll().where('chat', '=', chat).executeTakeFirst();
      return row === undefined
        ? undefined
        : {
            key: row.chat,
            address: chatAddress.parse(row.address),
            person: row.person,
            language: row.language,
            messengerLanguage: row.messenger_language,
          };
    },
    async hold(chat) {
      const { numUpdatedRows } = await store
        .updateTable('messenger_chat')
        .set({ leased_by: self, leased_until: new Date(now().getTime() + holdMs) })
        .where('chat', '=', chat)
        .where((where) => where.or([where('leased_by', 'is', null), where('leased_by', '=', self), where('leased_until', '<', now())]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async release(chat) {
      await store
        .updateTable('messenger_chat')
        .set({ leased_by: null, leased_until: null })
        .where('chat', '=', chat)
        .where('leased_by', '=', self)
        .execute();
    },
    async assertHeld(transaction, chat) {
      const row = await transaction
        .selectFrom('messenger_chat')
        .select('leased_by')
        .where('chat', '=', chat)
        .forUpdate()
        .executeTakeFirst();
      if (row?.leased_by !== self) throw new Error('another process has taken this chat over');
    },
    async releaseAll() {
      await store.updateTable('messenger_chat').set({ leased_by: null, leased_until: null }).where('leased_by', 'is not', null).execute();
    },
    async waiting(limit) {
      const { rows } = await sql<{ chat: string }>`
        select chat from (
          select chat, received_at as since from messenger_inbox where state = 'received'
          union all
          select chat, created_at from messenger_outbox where state in ('waiting', 'sending') and not_before <= ${now()}
        ) as work group by chat order by min(since) limit ${limit}`.execute(store);
      return rows.map(({ chat }) => chat);
    },
  };
}
