import { type Generated, sql } from 'kysely';
import type { Migrations } from '#platform/database/migrate.ts';
import type { Destination } from '../domain/payee.ts';

export interface Tables {
  payee: {
    number: Generated<string>;
    customer_number: string;
    /** Empty once it is removed, and so is its value: the row stays for the keys under which it was made and removed. */
    name: string;
    kind: Destination['kind'];
    /** The phone, the IBAN or the card's token. */
    value: string;
    last_four: string | null;
    created_at: Date;
    removed_at: Date | null;
  };
  /** The idempotency keys of what was done to a payee, which are forgotten together with it. */
  payee_key: { payee: string; principal: string; key: string };
}

export const tables: Migrations = {
  '001-payees': {
    async up(db) {
      await sql`create table payee (
        number bigint generated always as identity primary key, customer_number text not null, name text not null,
        kind text not null check (kind in ('PHONE', 'IBAN', 'CARD')), value text not null, last_four text,
        created_at timestamptz not null default clock_timestamp(), removed_at timestamptz)`.execute(db);
      await sql`create index payee_customer on payee (customer_number, number) where removed_at is null`.execute(db);
      await sql`create unique index payee_once on payee (customer_number, kind, value) where removed_at is null`.execute(db);
      await sql`create index payee_removed on payee (removed_at) where removed_at is not null`.execute(db);
      await sql`create table payee_key (
        payee bigint not null references payee (number) on delete cascade, principal text not null, key text not null,
        primary key (principal, key))`.execute(db);
      await sql`create index payee_key_payee on payee_key (payee)`.execute(db);
    },
  },
};
