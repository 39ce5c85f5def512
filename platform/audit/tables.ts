import { sql } from 'kysely';
import type { Migrations } from '../database/migrate.ts';

export interface Tables {
  audit_entry: { id: string; at: Date; actor: string; action: string; subject: string; details: unknown; trace_id: string | null };
  /** Entries that are not in the chain yet, in the order in which they were written. */
  audit_waiting: { position: string; entry: string };
  /** The chain: a dense sequence over the entries. */
  audit_seal: { sequence: string; entry: string; hash: Buffer };
  audit_head: { one: boolean; sequence: string; hash: Buffer; anchored: string };
  audit_anchor: { sequence: string; hash: string; at: string; signature: string };
}

export const migrations: Migrations = {
  '001-log': {
    async up(db) {
      for (const statement of [
        sql`create table audit_entry (
          id uuid primary key, at timestamptz not null, actor text not null, action text not null, subject text not null,
          details jsonb not null, trace_id text)`,
        sql`create index audit_entry_subject on audit_entry (subject, at)`,
        sql`create index audit_entry_actor on audit_entry (actor, at)`,
        sql`create table audit_waiting (position bigint generated always as identity primary key, entry uuid not null references audit_entry)`,
        sql`create table audit_seal (sequence bigint primary key, entry uuid not null unique references audit_entry, hash bytea not null)`,
        sql`create table audit_head (one boolean primary key default true check (one), sequence bigint not null, hash bytea not null,
          anchored bigint not null)`,
        sql`create table audit_anchor (sequence bigint primary key, hash text not null, at text not null, signature text not null)`,
        // A tripwire for mistakes. Who may switch it off is found out by the chain and its anchors.
        sql`create function audit_is_append_only() returns trigger language plpgsql as $$
          begin raise exception 'the audit log is never changed'; end $$`,
        ...['audit_entry', 'audit_seal', 'audit_anchor'].map(
          (table) => sql`create trigger append_only before update or delete or truncate on ${sql.table(table)}
            for each statement execute function audit_is_append_only()`,
        ),
      ]) {
        await statement.execute(db);
      }
    },
  },
};
