import { z } from 'zod';
import { defineQueue } from '#platform/jobs/definition.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import { keptDays } from '../domain/notice.ts';
import { removeOlder } from '../store/notices.ts';

export const removeOld = defineQueue({
  name: 'notices.remove-old',
  description: 'Deletes notices that are older than 90 days.',
  data: z.object({}),
  retriesMax: 10,
  retryDelaySeconds: 60,
  retryDelaySecondsMax: 3_600,
  expireSeconds: 300,
  waitingMax: 100,
  concurrency: 1,
});

/** What is left over waits for the next hour. */
const removedAtOnceMax = 50_000;

export function registerRemoving(jobs: Jobs): void {
  jobs.schedule(removeOld, '25 * * * *', {});
  jobs.workInTransaction(removeOld, (transaction) => removeOlder(transaction, keptDays, removedAtOnceMax));
}
