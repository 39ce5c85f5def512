/** What has happened that the customer should know. */
export type NoticeKind = 'CARD_LOCKED' | 'CARD_UNLOCKED' | 'PAYEE_CREATED';

export interface Notice {
  /** Its own, given once; a later one has a higher number. */
  readonly number: string;
  readonly customerNumber: string;
  readonly kind: NoticeKind;
  /** The card's token or the payee's number, by the kind. */
  readonly subject: string;
  readonly occurredAt: Date;
  readonly readAt: Date | null;
}

/** As many as anybody reads; the oldest go first, read or not. */
export const noticesMax = 200;
/** Longer than a statement's quarter, and no archive: what happened stands in the journal and the audit log. */
export const keptDays = 90;
