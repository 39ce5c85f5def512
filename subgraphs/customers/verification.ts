import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { VerificationRecord } from '#legacy-adapters/cerberus/index.ts';
import { GraphQLCivilDate } from '../kit/scalars.ts';

export const VerificationStatus = { NOT_VERIFIED: 'NOT_VERIFIED', VERIFIED: 'VERIFIED', EXPIRED: 'EXPIRED' } as const;
export type VerificationStatus = (typeof VerificationStatus)[keyof typeof VerificationStatus];

registerEnumType(VerificationStatus, {
  name: 'VerificationStatus',
  description: 'Whether the bank knows who a customer is. More may come: treat an unknown one as not verified.',
  valuesConfig: {
    NOT_VERIFIED: { description: 'Not yet: verify.' },
    VERIFIED: { description: 'Yes, for now.' },
    EXPIRED: { description: 'Not any more: the document has expired, or too much time has passed. Verify again.' },
  },
});

export const VerificationLevel = { NONE: 'NONE', SIMPLIFIED: 'SIMPLIFIED', FULL: 'FULL' } as const;
export type VerificationLevel = (typeof VerificationLevel)[keyof typeof VerificationLevel];

registerEnumType(VerificationLevel, {
  name: 'VerificationLevel',
  description: 'How thoroughly a customer was verified, whether or not that has expired. More may come.',
  valuesConfig: {
    NONE: { description: 'Not at all.' },
    SIMPLIFIED: { description: 'By phone and card, without a document.' },
    FULL: { description: 'By a document.' },
  },
});

export const IdentityDocumentKind = { PASSPORT_BOOKLET: 'PASSPORT_BOOKLET', ID_CARD: 'ID_CARD' } as const;
export type IdentityDocumentKind = (typeof IdentityDocumentKind)[keyof typeof IdentityDocumentKind];

registerEnumType(IdentityDocumentKind, {
  name: 'IdentityDocumentKind',
  description: 'By which document a customer was verified. Its number is never told. More may come.',
  valuesConfig: {
    PASSPORT_BOOKLET: { description: 'The passport of Ukraine as a booklet.' },
    ID_CARD: { description: 'The passport of Ukraine as a card.' },
  },
});

/** What the bank finds out by screening is not here, in no form: a customer must not be able to tell that he is being looked at. */
@ObjectType({ description: 'How far the bank has verified who the customer is.' })
export class Verification {
  @Field(() => VerificationStatus, { description: 'Whether there is something to do.' })
  status!: VerificationStatus;

  @Field(() => VerificationLevel, { description: 'How thoroughly it was done.' })
  level!: VerificationLevel;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The day on which it was done last; null where it never was.' })
  verifiedOn!: string | null;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The last day for which it is good; null where it has no end.' })
  expiresOn!: string | null;

  @Field(() => IdentityDocumentKind, { nullable: true, description: 'By which document; null where there was none.' })
  documentKind!: IdentityDocumentKind | null;
}

const never: Verification = { status: 'NOT_VERIFIED', level: 'NONE', verifiedOn: null, expiresOn: null, documentKind: null };

/** A customer whom Cerberus has never heard of is one who was never verified. Everything is named here that a customer may see. */
export function toVerification(record: VerificationRecord | undefined): Verification {
  if (record === undefined) return never;
  const { status, level, verifiedOn = null, expiresOn = null, documentKind = null } = record;
  return { status, level, verifiedOn, expiresOn, documentKind };
}
