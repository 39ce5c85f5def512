import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { VerificationRecord } from '#legacy-adapters/cerberus/index.ts';
import { GraphQLCivilDate } from '../kit/scalars.ts';

export const VerificationStatus = { NOT_VERIFIED: 'NOT_VERIFIED', VERIFIED: 'VERIFIED', EXPIRED: 'EXPIRED' } as const;
export type VerificationStatus = (typeof VerificationStatus)[keyof typeof VerificationStatus];

registerEnumType(VerificationStatus, {
  name: 'VerificationStatus',
  description: "The status of a customer's identity verification. New values may be added; treat an unknown one as `NOT_VERIFIED`.",
  valuesConfig: {
    NOT_VERIFIED: { description: 'The customer has not been verified yet.' },
    VERIFIED: { description: 'The customer is verified.' },
    EXPIRED: { description: 'The verification has expired and must be repeated.' },
  },
});

export const VerificationLevel = { NONE: 'NONE', SIMPLIFIED: 'SIMPLIFIED', FULL: 'FULL' } as const;
export type VerificationLevel = (typeof VerificationLevel)[keyof typeof VerificationLevel];

registerEnumType(VerificationLevel, {
  name: 'VerificationLevel',
  description: 'The level of a verification, whether or not it has expired. New values may be added.',
  valuesConfig: {
    NONE: { description: 'Not verified.' },
    SIMPLIFIED: { description: 'Verified by phone and card, without a document.' },
    FULL: { description: 'Verified by an identity document.' },
  },
});

export const IdentityDocumentKind = { PASSPORT_BOOKLET: 'PASSPORT_BOOKLET', ID_CARD: 'ID_CARD' } as const;
export type IdentityDocumentKind = (typeof IdentityDocumentKind)[keyof typeof IdentityDocumentKind];

registerEnumType(IdentityDocumentKind, {
  name: 'IdentityDocumentKind',
  description: 'The type of an identity document. New values may be added.',
  valuesConfig: {
    PASSPORT_BOOKLET: { description: 'A Ukrainian passport booklet.' },
    ID_CARD: { description: 'A Ukrainian ID card.' },
  },
});

/** What the bank finds out by screening is not here, in no form: a customer must not be able to tell that he is being looked at. */
@ObjectType({ description: "The state of a customer's identity verification." })
export class Verification {
  @Field(() => VerificationStatus, { description: 'The current status.' })
  status!: VerificationStatus;

  @Field(() => VerificationLevel, { description: 'The level of verification.' })
  level!: VerificationLevel;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The date of the latest verification. Null if there was none.' })
  verifiedOn!: string | null;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The last day the verification is valid. Null if it does not expire.' })
  expiresOn!: string | null;

  @Field(() => IdentityDocumentKind, { nullable: true, description: 'The document used. Null if there was none.' })
  documentKind!: IdentityDocumentKind | null;
}

const never: Verification = { status: 'NOT_VERIFIED', level: 'NONE', verifiedOn: null, expiresOn: null, documentKind: null };

/** A customer whom Cerberus has never heard of is one who was never verified. Everything is named here that a customer may see. */
export function toVerification(record: VerificationRecord | undefined): Verification {
  if (record === undefined) return never;
  const { status, level, verifiedOn = null, expiresOn = null, documentKind = null } = record;
  return { status, level, verifiedOn, expiresOn, documentKind };
}
