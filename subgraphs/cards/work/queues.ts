import { z } from 'zod';
import { defineQueue } from '#platform/jobs/definition.ts';

/** Enqueued with every change, so that one whose answer is lost, or whose process died, is brought to its end. */
export const lookIntoChange = defineQueue({
  name: 'cards.look-into-change',
  description: 'Asks card processing for the status of a card whose lock or unlock has no known outcome.',
  data: z.object({ changeId: z.uuid() }),
  retriesMax: 1_000,
  retryDelaySeconds: 5,
  retryDelaySecondsMax: 300,
  expireSeconds: 60,
  waitingMax: 100_000,
  concurrency: 2,
});

/** Longer than a change usually takes, so that most jobs find theirs ended. */
export const lookAfterMs = 5_000;
