import { z } from 'zod';
import { defineEvent } from '#platform/events/definition.ts';

const payload = z.object({
  /** The core's number of the customer who keeps the payee. */
  customerNumber: z.string().min(1).max(32),
});

// The subject is the payee's number in `payee`. Who it is and how to pay stay there: they are personal data.

export const payeeCreated = defineEvent({
  name: 'payee.created.v1',
  description: 'A customer has saved a payee.',
  subject: 'payee',
  payload,
  retentionDays: 400,
});

export const payeeRenamed = defineEvent({
  name: 'payee.renamed.v1',
  description: 'A customer has given a saved payee another name.',
  subject: 'payee',
  payload,
  retentionDays: 400,
});

export const payeeRemoved = defineEvent({
  name: 'payee.removed.v1',
  description: 'A customer has removed a saved payee; its name and destination are gone.',
  subject: 'payee',
  payload,
  retentionDays: 400,
});
