import { type Generated, type Kysely, sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { type Migrations, migrate } from '#platform/database/migrate.ts';

/** What has come in. The payload goes once it is done; the row stays, so that the same event is known when it comes again. */
export interface InboxTable {
  id: Generated<number>;
  channel: string;
  bot: string;
  event_id: string;
  chat: string;
  sequence: string;
  event: unknown;
  state: 'received' | 'done' | 'failed';
  attempts: Generated<number>;
  received_at: Date;
}

/** What goes out, in order. The payload goes once it is sent. */
export interface OutboxTable {
  id: Generated<number>;
  chat: string;
  request: unknown;
  state: 'waiting' | 'sending' | 'sent' | 'refused';
  attempts: Generated<number>;
  not_before: Date;
  /** The newest message of the chat before the first try: where to look for this one when its outcome is unknown. */
  sent_after: string | null;
  message: string | null;
  created_at: Date;
}

export interface ChatTable {
  chat: string;
  address: unknown;
  person: string;
  /** What the person chose; null as long as nothing was chosen. */
  language: string | null;
  /** What the messenger says the person's language is. */
  messenger_language: string | null;
  /** The channel's reference of the newest message that is known to stand in the chat. */
  newest_message: string | null;
  leased_by: string | null;
  leased_until: Date | null;
  created_at: Date;
}

export interface ButtonTable {
  id: string;
  chat: string;
  action: unknown;
  expires_at: Date;
  used_at: Date | null;
}

/** The customer that a chat speaks for. Tokens are encrypted. */
export interface LinkTable {
  chat: string;
  subject: string;
  customer: string;
  tokens: string;
  linked_at: Date;
}

/** One attempt to link a chat, from the one-time link to the code. */
export interface LinkAttemptTable {
  id: string;
  chat: string;
  link_hash: string;
  state: 'offered' | 'begun' | 'confirming' | 'done' | 'dead';
  browser_hash: string | null;
  /** What the log-in needs to come back to, then the tokens; encrypted. */
  sealed: string | null;
  customer: string | null;
  subject: string | null;
  code: string | null;
  tries: Generated<number>;
  expires_at: Date;
  created_at: Date;
}

export interface Tables {
  messenger_inbox: InboxTable;
  messenger_outbox: OutboxTable;
  messenger_chat: ChatTable;
  messenger_button: ButtonTable;
  messenger_link: LinkTable;
  messenger_link_attempt: LinkAttemptTable;
}

export type Store = Kysely<Tables>;

const migrations: Migrations = {
  '001-chats': {
    async up(db) {
      for (const statement of [
        sql`create table messenger_inbox (
          id integer generated always as identity primary key,
          channel text not null, bot text not null, event_id text not null,
          chat text not null, sequence bigint not null, event jsonb,
          state text not null check (state in ('received', 'done', 'failed')),
          attempts integer not null default 0, received_at timestamptz not null,
          unique (channel, bot, event_id))`,
        sql`create index messenger_inbox_open on messenger_inbox (chat, sequence) where state = 'received'`,
        sql`create index messenger_inbox_age on messenger_inbox (received_at)`,
        sql`create table messenger_outbox (
          id integer generated always as identity primary key,
          chat text not null, request jsonb,
          state text not null check (state in ('waiting', 'sending', 'sent', 'refused')),
          attempts integer not null default 0, not_before timestamptz not null,
          sent_after text, message text, created_at timestamptz not null)`,
        sql`create index messenger_outbox_open on messenger_outbox (chat, id) where state in ('waiting', 'sending')`,
        sql`create index messenger_outbox_age on messenger_outbox (created_at)`,
        sql`create table messenger_chat (
          chat text primary key, address jsonb not null, person text not null, language text, messenger_language text, newest_message text,
          leased_by text, leased_until timestamptz, created_at timestamptz not null)`,
        sql`create table messenger_button (
          id text primary key, chat text not null, action jsonb not null, expires_at timestamptz not null, used_at timestamptz)`,
        sql`create index messenger_button_age on messenger_button (expires_at)`,
        sql`create table messenger_link (
          chat text primary key, subject text not null, customer text not null, tokens text not null, linked_at timestamptz not null)`,
        sql`create table messenger_link_attempt (
          id text primary key, chat text not null, link_hash text not null unique,
          state text not null check (state in ('offered', 'begun', 'confirming', 'done', 'dead')),
          browser_hash text, sealed text, customer text, subject text, code text, tries integer not null default 0,
          expires_at timestamptz not null, created_at timestamptz not null)`,
        sql`create index messenger_link_attempt_chat on messenger_link_attempt (chat, created_at)`,
      ]) {
        await statement.execute(db);
      }
    },
  },
};

export async function openStore(database: Database): Promise<Store> {
  await migrate(database, 'messengers', migrations);
  return database.tables<Tables>();
}
