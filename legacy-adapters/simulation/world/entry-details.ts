/** What the core knows of a movement besides its amount and words: the codes of its WSDL. */
export interface EntryDetails {
  readonly typeCode: 'POS' | 'ATM' | 'TRF' | 'BIL' | 'DEP' | 'SAL' | 'INT' | 'CBK' | 'REF' | 'FEE' | 'OTH';
  /** Merchant category code, by ISO 18245. */
  readonly mcc: string | null;
  readonly merchantName: string | null;
  /** The card that it was made with, where the account has one. */
  readonly maskedPan: string | null;
}

export const noDetails: EntryDetails = { typeCode: 'OTH', mcc: null, merchantName: null, maskedPan: null };

const byCard: ReadonlySet<string> = new Set(['POS', 'ATM', 'REF']);

/** The details of a movement between the account and `counterparty`, with the account's card where one was used. */
export function detailsOf(
  typeCode: EntryDetails['typeCode'],
  mcc: string | null,
  counterparty: string | null,
  maskedPan: string | undefined,
): EntryDetails {
  return {
    typeCode,
    mcc,
    merchantName: mcc === null ? null : counterparty,
    maskedPan: byCard.has(typeCode) ? (maskedPan ?? null) : null,
  };
}
