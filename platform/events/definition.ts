import type { z } from 'zod';

/** A kind of fact: what has happened, in the past tense, with its version. Once it has been appended anywhere it never changes. */
export interface EventDefinition<Payload extends z.ZodObject = z.ZodObject> {
  /** `card.locked.v1`: the noun, what happened to it, the version. A breaking change is a new version beside the old one. */
  readonly name: string;
  /** What a subscriber has to know, for people; it stands in `schema/events/`. */
  readonly description: string;
  /** What the subject identifies: `card`. Events of one subject are delivered in their order. */
  readonly subject: string;
  /** Personal data by reference and never by value: the journal is kept long, and read by many. */
  readonly payload: Payload;
  readonly retentionDays: number;
}

export interface Event<Payload = unknown> {
  /** Its place in the journal: unique, growing, with holes where a transaction was rolled back. */
  readonly position: number;
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly payload: Payload;
  readonly traceId: string | undefined;
  /** By the database's clock. */
  readonly occurredAt: Date;
}

/** The events that a definition, or a union of them, describes, told apart by `name`. */
export type EventOf<Definition> = Definition extends EventDefinition<infer Payload> ? Event<z.infer<Payload>> : never;

const namePattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+\.v[1-9][0-9]{0,3}$/;
const nameCharactersMax = 100;
const retentionDaysMax = 3_700;

/** Names of properties that look like somebody's data rather than a reference to it. */
const personal =
  /^(first|last|full|middle|maiden|holder)?_?(name|phone|mobile|email|pan|cardnumber|iban|passport|taxid|rnokpp|birthdate|address)$/i;

/** Checks a definition where it is written, so that a mistake in one never reaches the journal. */
export function defineEvent<const Payload extends z.ZodObject>(definition: EventDefinition<Payload>): EventDefinition<Payload> {
  const { name, payload, retentionDays } = definition;
  if (!namePattern.test(name) || name.length > nameCharactersMax) {
    throw new Error(`${name}: an event is called by noun, past tense and version, as in card.locked.v1`);
  }
  if (!(retentionDays >= 1 && retentionDays <= retentionDaysMax)) throw new Error(`${name}: keep it for 1 to ${retentionDaysMax} days`);
  const leaked = Object.keys(payload.shape).filter((property) => personal.test(property));
  if (leaked.length > 0) throw new Error(`${name}: ${leaked.join(', ')}: personal data goes into an event by reference, not by value`);
  return definition;
}
