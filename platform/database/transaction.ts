import type { Kysely, Transaction as KyselyTransaction } from 'kysely';

/** What a room is given to write with, so that its writes happen together with those of the others, or not at all. */
export interface Transaction {
  /** Query builders over the tables that the caller has migrated. Every room names its own. */
  tables<Tables>(): KyselyTransaction<Tables>;
  /** Run in order once it is committed, and never when it is not: for hints only, since a process may die in between. */
  afterCommit(run: () => void): void;
}

export async function runTransaction<Result>(
  kysely: Kysely<unknown>,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const hooks: (() => void)[] = [];
  const result = await kysely.transaction().execute((transaction) =>
    work({
      tables: <Tables>() => transaction as unknown as KyselyTransaction<Tables>,
      afterCommit: (run) => void hooks.push(run),
    }),
  );
  for (const run of hooks) run();
  return result;
}
