import { sql } from 'kysely';
import type { Transaction } from '#platform/database/transaction.ts';
import type { Tables } from './tables.ts';

interface Key {
  readonly principal: string;
  readonly key: string;
}

export async function keepKey(transaction: Transaction, payee: string, { principal, key }: Key): Promise<void> {
  await transaction.tables<Tables>().insertInto('payee_key').values({ payee, principal, key }).execute();
}

/** Payees that were removed so many days ago, at most `countMax`; nobody else purges them until the transaction ends. */
export async function findRemoved(transaction: Transaction, daysAgo: number, countMax: number): Promise<string[]> {
  const rows = await transaction
    .tables<Tables>()
    .selectFrom('payee')
    .select(sql<string>`number::text`.as('number'))
    .where('removed_at', '<', sql<Date>`clock_timestamp() - make_interval(days => ${daysAgo})`)
    .orderBy('removed_at')
    .limit(countMax)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ number }) => number);
}

/** Takes keys of these payees out and answers them, at most `countMax`. */
export async function takeKeys(transaction: Transaction, payees: readonly string[], countMax: number): Promise<Key[]> {
  const tables = transaction.tables<Tables>();
  const keys = await tables.selectFrom('payee_key').select(['principal', 'key']).where('payee', 'in', payees).limit(countMax).execute();
  for (const { principal, key } of keys)
    await tables.deleteFrom('payee_key').where('principal', '=', principal).where('key', '=', key).execute();
  return keys;
}

export async function deletePayees(transaction: Transaction, payees: readonly string[]): Promise<void> {
  await transaction.tables<Tables>().deleteFrom('payee').where('number', 'in', payees).execute();
}
