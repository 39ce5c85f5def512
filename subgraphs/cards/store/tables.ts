import { sql } from 'kysely';
import type { CardRefusal } from '#legacy-adapters/card-processing/index.ts';
import type { Migrations } from '#platform/database/migrate.ts';
import type { ChangeState, WantedStatus } from '../domain/card-change.ts';

export interface Tables {
  card_change: {
    id: string;
    customer_number: string;
    card_token: string;
    wanted: WantedStatus;
    /** The caller's, and processing's reference of the change. */
    idempotency_key: string;
    state: ChangeState;
    reason: CardRefusal | null;
    trace_id: string;
    /** Grows each time it is sent again, so that nobody ends an attempt that is not the one he has looked at. */
    attempt: number;
    /** When it was sent, or was to be, for the last time. */
    sent_at: Date;
    ended_at: Date | null;
  };
}

export const tables: Migrations = {
  '001-changes': {
    async up(db) {
      await sql`create table card_change (
        id uuid primary key, customer_number text not null, card_token text not null, wanted text not null,
        idempotency_key text not null, state text not null, reason text, trace_id text not null,
        attempt integer not null,
        sent_at timestamptz not null, ended_at timestamptz)`.execute(db);
      await sql`create index card_change_key on card_change (customer_number, idempotency_key)`.execute(db);
      await sql`create index card_change_card on card_change (card_token, sent_at)`.execute(db);
    },
  },
};
