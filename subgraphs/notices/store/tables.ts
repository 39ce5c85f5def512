import { type Generated, sql } from 'kysely';
import type { Migrations } from '#platform/database/migrate.ts';
import type { NoticeKind } from '../domain/notice.ts';

export interface Tables {
  notice: {
    number: Generated<string>;
    customer_number: string;
    kind: NoticeKind;
    subject: string;
    /** The event that it tells of, so that one event never makes two. */
    event_id: string;
    occurred_at: Date;
    read_at: Date | null;
  };
}

export const tables: Migrations = {
  '001-notices': {
    async up(db) {
      await sql`create table notice (
        number bigint generated always as identity primary key, customer_number text not null, kind text not null, subject text not null,
        event_id uuid not null unique, occurred_at timestamptz not null, read_at timestamptz)`.execute(db);
      await sql`create index notice_customer on notice (customer_number, number)`.execute(db);
      await sql`create index notice_unread on notice (customer_number) where read_at is null`.execute(db);
      await sql`create index notice_age on notice (occurred_at)`.execute(db);
    },
  },
};
