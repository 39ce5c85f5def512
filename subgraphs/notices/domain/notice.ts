/** What has happened that the customer should know, and what each is about. */
export const subjectOf = { CARD_LOCKED: 'card', CARD_UNLOCKED: 'card', PAYEE_CREATED: 'payee' } as const;
export type NoticeKind = keyof typeof subjectOf;

export interface Notice {
  /** Its own, given once; a later one has a higher number. */
  readonly number: string;
  readonly customerNumber: string;
  readonly kind: NoticeKind;
  /** The card's token or the payee's number, as `subjectOf` has it for the kind. */
  readonly subject: string;
  readonly occurredAt: Date;
  readonly readAt: Date | null;
}

/** As many as anybody reads; the oldest go first, read or not. */
export const noticesMax = 200;
/** Longer than a statement's quarter, and no archive: what happened stands in the journal and the audit log. */
export const keptDays = 90;
