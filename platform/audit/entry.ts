import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/** Who did or saw what. Ids and codes, never a person's data. */
export interface AuditInput {
  /** Who: `staff:17`, `customer:…`, `partner:…`, `system:cards`. */
  readonly actor: string;
  /** What, as a verb with its object: `card.lock`, `customer.read`. */
  readonly action: string;
  /** To whom or what: `card:…`. */
  readonly subject: string;
  /** What else has to be known, at most 4,096 characters: the fields that were read, the reason that was given. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly traceId?: string | undefined;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: unknown;
  readonly traceId: string | null;
}

const textCharactersMax = 200;
const detailsCharactersMax = 4_096;

export function checkInput({ actor, action, subject, details }: AuditInput): void {
  for (const [name, text] of Object.entries({ actor, action, subject })) {
    if (text.length < 1 || text.length > textCharactersMax) throw new Error(`audit: ${name} has 1 to ${textCharactersMax} characters`);
  }
  if (canonicalJson(details ?? {}).length > detailsCharactersMax)
    throw new Error(`audit: details have at most ${detailsCharactersMax} characters`);
}

/** What the first entry is chained to. */
export const genesis = createHash('sha256').update('portico audit log').digest();

/** The hash of an entry and of all before it. */
export function chain(previous: Buffer, sequence: number, { id, at, actor, action, subject, details, traceId }: AuditEntry): Buffer {
  const text = canonicalJson([sequence, id, at, actor, action, subject, details, traceId]);
  return createHash('sha256').update(previous).update(text).digest();
}
