import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../database/database.ts';
import { type Migrations, migrate } from '../database/migrate.ts';
import type { Transaction } from '../database/transaction.ts';

export interface Request {
  /** Who asks: nobody can meet another's keys. */
  readonly principal: string;
  /** The caller's own, 1 to 200 visible characters of ASCII. */
  readonly key: string;
  /** What is done: `lockCard`. The same key for another operation is another request. */
  readonly operation: string;
  /** All that decides what is done. Hashed, never kept; key order does not matter. */
  readonly input: unknown;
}

export type Claim =
  /** The key is the caller's now: do it in this transaction, or write down that it will be done. */
  | { readonly kind: 'claimed' }
  /** It was done before: this is what was answered then. */
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** It is being done. Ask for its status, or again later. */
  | { readonly kind: 'in-flight' }
  /** The key belongs to another request. */
  | { readonly kind: 'refused' };

export interface Idempotency {
  migrate(): Promise<void>;
  /**
   * Claims a key in the transaction that writes what is intended, so that neither is there without the other. Where another
   * transaction holds the same key, waits for its end.
   */
  claim(transaction: Transaction, request: Request): Promise<Claim>;
  /** Keeps the answer in the transaction that ends the work. `claim` gives it to whoever comes again. Throws where there is no claim, or an answer. */
  answer(transaction: Transaction, of: Pick<Request, 'principal' | 'key'>, answer: unknown): Promise<void>;
  /**
   * Forgets keys together with what they made, in the same transaction, and never before: whoever asks again after that does
   * it anew.
   */
  forget(transaction: Transaction, of: readonly Pick<Request, 'principal' | 'key'>[]): Promise<void>;
}

interface Tables {
  idempotency_key: {
    principal: string;
    key: string;
    request_hash: Buffer;
    answer: unknown;
    answered_at: Date | null;
    claimed_at: Date;
  };
}

const principalCharactersMax = 200;
const keyPattern = /^[\x21-\x7e]{1,200}$/;
const inputCharactersMax = 100_000;
const answerCharactersMax = 65_536;
const forgottenAtOnceMax = 1_000;

const migrations: Migrations = {
  '001-keys': {
    async up(db) {
      await sql`create table idempotency_key (
        principal text not null, key text not null, request_hash bytea not null, answer jsonb, answered_at timestamptz,
        claimed_at timestamptz not null default now(), primary key (principal, key))`.execute(db);
    },
  },
};

export function createIdempotency(database: Database): Idempotency {
  return {
    migrate: () => migrate(database, 'idempotency', migrations),
    async claim(transaction, request) {
      check(request);
      const hash = hashOf(request);
      const tables = transaction.tables<Tables>();
      const { principal, key } = request;
      const claimed = await tables
        .insertInto('idempotency_key')
        .values({ principal, key, request_hash: hash, answer: null, answered_at: null, claimed_at: sql`clock_timestamp()` })
        .onConflict((conflict) => conflict.columns(['principal', 'key']).doNothing())
        .returning('key')
        .executeTakeFirst();
      if (claimed !== undefined) return { kind: 'claimed' };
      const row = await tables
        .selectFrom('idempotency_key')
        .selectAll()
        .where('principal', '=', principal)
        .where('key', '=', key)
        .executeTakeFirst();
      // Forgotten between the two statements: whoever asks again may claim it.
      if (row === undefined) return { kind: 'in-flight' };
      if (!hash.equals(row.request_hash)) return { kind: 'refused' };
      return row.answered_at === null ? { kind: 'in-flight' } : { kind: 'answered', answer: row.answer };
    },
    async answer(transaction, { principal, key }, answer) {
      const text = JSON.stringify(answer ?? null);
      if (text.length > answerCharactersMax) throw new Error(`an answer that is kept has at most ${answerCharactersMax} characters`);
      const { numUpdatedRows } = await transaction
        .tables<Tables>()
        .updateTable('idempotency_key')
        .set({ answer: text, answered_at: sql`clock_timestamp()` })
        .where('principal', '=', principal)
        .where('key', '=', key)
        .where('answered_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new Error('there is no claim that waits for this answer');
    },
    async forget(transaction, keys) {
      if (keys.length > forgottenAtOnceMax) throw new Error(`at most ${forgottenAtOnceMax} keys are forgotten at once`);
      for (const { principal, key } of keys) {
        await transaction
          .tables<Tables>()
          .deleteFrom('idempotency_key')
          .where('principal', '=', principal)
          .where('key', '=', key)
          .execute();
      }
    },
  };
}

/** Whether a caller's key is one. Tell the caller before anything is begun. */
export function isIdempotencyKey(key: string): boolean {
  return keyPattern.test(key);
}

function check({ principal, key, operation }: Request): void {
  if (!isIdempotencyKey(key)) throw new Error('an idempotency key has 1 to 200 visible characters of ASCII');
  if (principal.length < 1 || principal.length > principalCharactersMax) throw new Error('an idempotency key belongs to somebody');
  if (operation.length < 1) throw new Error('an idempotency key is for an operation');
}

function hashOf({ operation, input }: Request): Buffer {
  const text = canonicalJson([operation, input ?? null]);
  if (text.length > inputCharactersMax) throw new Error(`a request under an idempotency key has at most ${inputCharactersMax} characters`);
  return createHash('sha256').update(text).digest();
}
