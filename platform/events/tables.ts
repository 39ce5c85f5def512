import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Migrations } from '../database/migrate.ts';

export interface EventTable {
  position: string;
  id: string;
  name: string;
  subject: string;
  payload: unknown;
  trace_id: string | null;
  occurred_at: Date;
}

/** One row a subscriber: how far it has come, and how it fares with the event that it cannot handle. */
export interface SubscriberTable {
  name: string;
  /** Everything up to here is handled or parked. Moves in the transaction of the subscriber's own writes. */
  position: string;
  failures: number;
  not_before: Date | null;
  parked: number;
}

export interface ParkedTable {
  subscriber: string;
  position: string;
  subject: string;
  fault: string;
  parked_at: Date;
}

export interface Tables {
  event: EventTable;
  event_subscriber: SubscriberTable;
  event_parked: ParkedTable;
}

/** Advisory locks belong to the whole database, so journals in schemas of one database each have their own space. */
const lockSpace = sql`hashtext('portico.event.' || current_schema())`;

const journal: Migration = {
  async up(db) {
    for (const statement of [
      sql`create sequence event_position`,
      sql`create table event (
        position bigint not null, id uuid not null, name text not null, subject text not null, payload jsonb not null,
        trace_id text, occurred_at timestamptz not null, primary key (position, occurred_at)) partition by range (occurred_at)`,
      sql`create table event_default partition of event default`,
      sql`create table event_subscriber (
        name text primary key, position bigint not null, failures integer not null default 0, not_before timestamptz,
        parked integer not null default 0)`,
      sql`create table event_parked (
        subscriber text not null references event_subscriber on delete cascade, position bigint not null, subject text not null,
        fault text not null, parked_at timestamptz not null default now(), primary key (subscriber, position))`,
      sql`create index event_parked_subject on event_parked (subscriber, subject)`,

      // A position is given before its transaction ends, so the highest one that can be seen says nothing about those below
      // it. Whoever appends therefore holds a lock that names a position below all of his, taken before the first is given.
      sql`create function event_append(entries jsonb) returns bigint[] language plpgsql as $$
        declare positions bigint[];
        begin
          perform pg_advisory_xact_lock_shared(${lockSpace}, low.key) from (
            select ((issued & 4294967295) - case when issued & 2147483648 > 0 then 4294967296 else 0 end)::integer as key
            from (select case when is_called then last_value else 0 end as issued from event_position) as sequence) as low;
          with given as (
            insert into event (position, id, name, subject, payload, trace_id, occurred_at)
            select nextval('event_position'), (entry->>'id')::uuid, entry->>'name', entry->>'subject', entry->'payload',
              entry->>'traceId', clock_timestamp()
            from (select entry from jsonb_array_elements(entries) with ordinality as listed (entry, n) order by n) as ordered
            returning position)
          select array_agg(position order by position) into positions from given;
          return positions;
        end $$`,

      // Up to here no transaction can still add anything. What has been issued is read first: whoever was given a position
      // up to there holds his lock when the locks are read, or has ended. A lock is let go after its commit can be seen.
      sql`create function event_watermark(out issued bigint, out settled bigint) language plpgsql volatile as $$
        begin
          select case when is_called then last_value else 0 end into issued from event_position;
          select least(issued, min(case when behind < 2147483648 then issued - behind end)) into settled
          from (select (issued - objid::bigint) & 4294967295 as behind from pg_locks
            where locktype = 'advisory' and objsubid = 2 and classid::bigint = ${lockSpace}::bigint & 4294967295
            and database = (select oid from pg_database where datname = current_database())) as appending;
        end $$`,
    ]) {
      await statement.execute(db);
    }
  },
};

export const migrations: Migrations = { '001-journal': journal };
