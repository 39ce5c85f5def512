import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Transaction } from '../database/transaction.ts';
import type { EventDefinition } from './definition.ts';

export interface EventInput<Payload extends z.ZodObject = z.ZodObject> {
  readonly event: EventDefinition<Payload>;
  /** Whom or what it is about: an id of ours, never a person's data. */
  readonly subject: string;
  readonly payload: z.input<Payload>;
  readonly traceId?: string | undefined;
}

export interface Appended {
  readonly id: string;
  readonly position: number;
}

const subjectCharactersMax = 200;
const payloadCharactersMax = 8_192;
const eventsMax = 1_000;

/** The topic that wakes those who read this kind of event. */
export const topicOf = (name: string) => `event:${name}`;

/** Appends facts in the transaction that makes them true, in the order given. Do it late in the transaction: readers wait for its end. */
export async function appendEvents(
  transaction: Transaction,
  wake: (topic: string) => void,
  inputs: readonly EventInput[],
): Promise<readonly Appended[]> {
  if (inputs.length === 0) return [];
  if (inputs.length > eventsMax) throw new Error(`${inputs.length} events at once: at most ${eventsMax}`);
  const entries = inputs.map(toEntry);
  const { rows } = await sql<{ positions: readonly (string | number)[] }>`
    select event_append(${JSON.stringify(entries)}::jsonb) as positions`.execute(transaction.tables());
  const positions = rows[0]?.positions ?? [];
  transaction.afterCommit(() => {
    for (const name of new Set(entries.map((entry) => entry.name))) wake(topicOf(name));
  });
  return entries.map(({ id }, index) => ({ id, position: Number(positions[index]) }));
}

function toEntry({ event, subject, payload, traceId }: EventInput) {
  if (subject.length < 1 || subject.length > subjectCharactersMax) {
    throw new Error(`${event.name}: a subject has 1 to ${subjectCharactersMax} characters`);
  }
  const parsed = event.payload.strict().parse(payload);
  if (JSON.stringify(parsed).length > payloadCharactersMax) {
    throw new Error(`${event.name}: a payload has at most ${payloadCharactersMax} characters`);
  }
  return { id: randomUUID(), name: event.name, subject, payload: parsed, traceId };
}
