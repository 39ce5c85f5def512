import { defineNeed } from '#platform/composition/need.ts';
import type { Amount } from '../kit/amount.ts';
import type { Call } from '../kit/call.ts';

/** Billers whom the bank's customers pay, what they want to know of a payer, what is owed to them, and paying it. */
export interface BillerHub {
  /** The whole catalogue, or one category of it, in the order of the billers' numbers. */
  findBillers(category: BillerCategory | undefined, call: Call): Promise<BillerRecord[]>;
  findBillersByNumbers(billerNumbers: readonly string[], call: Call): Promise<(BillerRecord | undefined)[]>;
  /** In the order of the enquiries. */
  findDebts(enquiries: readonly DebtEnquiry[], call: Call): Promise<DebtAnswer[]>;
  /**
   * Pays once for each reference of ours: the same order again is the same payment. Throws OutcomeUnknown when nobody knows
   * whether it was accepted; `findPayments` tells.
   */
  pay(order: BillPaymentOrder, call: Call): Promise<BillPaymentAnswer>;
  /** Nothing for a reference by which the hub has accepted nothing. */
  findPayments(references: readonly string[], call: Call): Promise<(BillPaymentRecord | undefined)[]>;
  close(): Promise<void>;
}

export const billerHubPort = defineNeed<BillerHub>('biller-hub');

/** The same words in the languages of the bank's customers. */
export interface LocalText {
  readonly uk: string;
  readonly en: string;
  readonly ru: string;
}

export type BillerCategory = 'MOBILE' | 'UTILITIES' | 'TV' | 'INTERNET' | 'TRANSPORT' | 'OTHER';
export type BillerFieldKind = 'PHONE' | 'NUMBER' | 'TEXT';

export interface BillerRecord {
  readonly billerNumber: string;
  readonly category: BillerCategory;
  readonly name: LocalText;
  /** What is to be filled in; the first one says who the payer is. */
  readonly fields: readonly BillerField[];
}

export interface BillerField {
  /** Unique within its biller. */
  readonly code: string;
  readonly kind: BillerFieldKind;
  readonly label: LocalText;
  readonly hint: LocalText | undefined;
  /** For the whole value. Left out where the hub's own is one that could keep us busy. */
  readonly pattern: string | undefined;
  readonly example: string;
  readonly lengthMin: number;
  readonly lengthMax: number;
  readonly required: boolean;
}

export interface FieldValue {
  readonly code: string;
  readonly value: string;
}

export interface DebtEnquiry {
  readonly billerNumber: string;
  readonly values: readonly FieldValue[];
}

export type DebtAnswer =
  | { readonly outcome: 'FOUND'; readonly debt: DebtRecord }
  /** `field` is the code of the one that is wrong, where the hub says which. */
  | { readonly outcome: 'REFUSED'; readonly reason: DebtRefusal; readonly field: string | undefined };
export type DebtRefusal = 'BILLER_NOT_FOUND' | 'FIELD_REFUSED' | 'PAYER_NOT_FOUND';

export interface DebtRecord {
  /** Negative for money paid ahead; absent where the biller does not say. */
  readonly amount: Amount | undefined;
  /** The month that it is for, `YYYY-MM`. */
  readonly period: string | undefined;
  /** As the biller shows it to strangers: `К••••••• О. І.`. */
  readonly maskedHolder: string | undefined;
  readonly payable: PayableRange;
}

export interface PayableRange {
  /** `FIXED`: `minimum` and `maximum` are the same, and nothing else is taken. */
  readonly kind: 'FIXED' | 'RANGE';
  readonly minimum: Amount;
  readonly maximum: Amount;
}

export interface BillPaymentOrder extends DebtEnquiry {
  /** Ours, 1 to 64 of A-Z, a-z, 0-9, _ and -. */
  readonly reference: string;
  readonly amount: Amount;
}

export type BillPaymentAnswer =
  | { readonly outcome: 'ACCEPTED'; readonly payment: BillPaymentRecord }
  | { readonly outcome: 'REFUSED'; readonly reason: BillPaymentRefusal; readonly field: string | undefined };
export type BillPaymentRefusal = DebtRefusal | 'AMOUNT_REFUSED' | 'REFERENCE_TAKEN';

export interface BillPaymentRecord {
  readonly reference: string;
  /** The hub's own number of the payment. */
  readonly paymentNumber: string;
  readonly billerNumber: string;
  readonly amount: Amount;
  readonly acceptedAt: string;
  /** `RETURNED`: the biller sent it back, and the money is ours again. */
  readonly state: 'IN_PROGRESS' | 'COMPLETED' | 'RETURNED';
}
