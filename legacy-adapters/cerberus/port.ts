import { defineNeed } from '#platform/composition/need.ts';
import type { Decimal } from '#platform/decimal.ts';
import type { Call } from '../kit/call.ts';

/** Who somebody is: the bank's system of identity verification. It answers in the order of what it was asked. */
export interface Cerberus {
  /** Whether each card is its holder's, and the phone too. */
  verifyCardsWithPhones(claims: readonly CardPhoneClaim[], call: Call): Promise<CardPhoneVerdict[]>;
  /** What the registers of documents say of each. */
  checkDocuments(documents: readonly IdentityDocument[], call: Call): Promise<DocumentCheck[]>;
  /** Looks for people on lists of sanctions and of politically exposed persons. For the bank's own staff, never for the person. */
  screen(people: readonly ScreenedPerson[], call: Call): Promise<Screening[]>;
  /** Nothing for a customer whom nobody has ever tried to verify. */
  findVerifications(customerNumbers: readonly string[], call: Call): Promise<(VerificationRecord | undefined)[]>;
  close(): Promise<void>;
}

export const cerberusPort = defineNeed<Cerberus>('cerberus');

export interface CardPhoneClaim {
  /** International with a plus: `+380671234567`. */
  readonly phone: string;
  readonly card: NamedCard;
}

/** A card by processing's token, or by what its holder can read off it. */
export type NamedCard =
  | { readonly by: 'TOKEN'; readonly cardToken: string }
  /** `expiresOn` is `YYYY-MM`. */
  | { readonly by: 'LAST_DIGITS'; readonly lastDigits: string; readonly expiresOn: string };

/** `MATCH_UNUSABLE`: they belong together, but nothing can be done with the card. A phone that nobody has is a `MISMATCH`. */
export type CardPhoneVerdict = 'MATCH' | 'MISMATCH' | 'MATCH_UNUSABLE';

/** A passport booklet has a series of two letters and a number of six digits, an identity card a number of nine. */
export type IdentityDocument =
  | { readonly kind: 'PASSPORT_BOOKLET'; readonly series: string; readonly number: string }
  | { readonly kind: 'ID_CARD'; readonly number: string };
export type IdentityDocumentKind = IdentityDocument['kind'];

export interface DocumentCheck {
  readonly status: 'VALID' | 'INVALID' | 'STOLEN' | 'NOT_FOUND';
  /** The civil date from which it is so, where a register says it. */
  readonly since: string | undefined;
}

export interface ScreenedPerson {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | undefined;
  /** A civil date. */
  readonly birthDate: string | undefined;
}

export type ScreeningOutcome = 'CLEAR' | 'POSSIBLE_MATCH' | 'HIT';

export interface Screening {
  readonly outcome: ScreeningOutcome;
  /** The likeliest first. */
  readonly matches: readonly ListMatch[];
}

export interface ListMatch {
  readonly listCode: string;
  readonly listName: string;
  /** 0 to 1. */
  readonly score: Decimal;
}

export interface VerificationRecord {
  readonly customerNumber: string;
  readonly status: 'NOT_VERIFIED' | 'VERIFIED' | 'EXPIRED';
  /** `SIMPLIFIED` by phone and card, `FULL` by a document. */
  readonly level: 'NONE' | 'SIMPLIFIED' | 'FULL';
  /** Civil dates. */
  readonly verifiedOn: string | undefined;
  readonly expiresOn: string | undefined;
  readonly documentKind: IdentityDocumentKind | undefined;
  /** Must not reach the customer: telling him that he is being looked at is an offence. */
  readonly screening: ScreeningOutcome | undefined;
}
