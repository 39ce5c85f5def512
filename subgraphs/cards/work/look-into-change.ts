import { createDeadline } from '#platform/deadline.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
import type { CardChanges } from '../change-card.ts';
import { lookIntoChange } from './queues.ts';

const deadlineMs = 20_000;

export function registerLooking(jobs: Jobs, changes: CardChanges): void {
  jobs.work(lookIntoChange, async ({ data: { changeId } }) => {
    const ended = await changes.lookInto(changeId, { deadline: createDeadline(deadlineMs), trace: unrecorded() });
    if (!ended) throw new Error(`nobody knows yet what became of the change ${changeId}`);
  });
}
