import { z } from 'zod';
import type { Transaction } from '#platform/database/transaction.ts';
import type { Idempotency } from '#platform/idempotency/idempotency.ts';
import { defineQueue } from '#platform/jobs/definition.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import { deletePayees, findRemoved, takeKeys } from '../store/payee-keys.ts';

export const purgeRemoved = defineQueue({
  name: 'payees.purge-removed',
  description: 'Deletes payees that were removed a month ago, with their idempotency keys.',
  data: z.object({}),
  retriesMax: 10,
  retryDelaySeconds: 60,
  retryDelaySecondsMax: 3_600,
  expireSeconds: 300,
  waitingMax: 100,
  concurrency: 1,
});

/** Whoever asks again under the key of a removal within this time is told that it was done. */
export const removedKeptDays = 30;
const purgedAtOnceMax = 500;
const keysMax = 1_000;

export function registerPurging(jobs: Jobs, idempotency: Idempotency): void {
  jobs.schedule(purgeRemoved, '40 3 * * *', {});
  jobs.workInTransaction(purgeRemoved, (transaction) => purge(transaction, idempotency));
}

/** What is left over waits for the next night. */
export async function purge(transaction: Transaction, idempotency: Idempotency): Promise<void> {
  const payees = await findRemoved(transaction, removedKeptDays, purgedAtOnceMax);
  if (payees.length === 0) return;
  for (;;) {
    const keys = await takeKeys(transaction, payees, keysMax);
    await idempotency.forget(transaction, keys);
    if (keys.length < keysMax) break;
  }
  await deletePayees(transaction, payees);
}
