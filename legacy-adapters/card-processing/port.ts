import { defineNeed } from '#platform/composition/need.ts';
import type { Amount } from '../kit/amount.ts';
import type { Call } from '../kit/call.ts';

/** What card processing knows of cards: never a whole number, only a masked one and a token that stands for it. */
export interface CardProcessing {
  findCardsOfHolders(customerNumbers: readonly string[], call: Call): Promise<CardRecord[][]>;
  findCardsOfAccounts(accountNumbers: readonly string[], call: Call): Promise<CardRecord[][]>;
  findCards(cardTokens: readonly string[], call: Call): Promise<(CardRecord | undefined)[]>;
  findStatuses(cardTokens: readonly string[], call: Call): Promise<(CardStatus | undefined)[]>;
  findLimits(cardTokens: readonly string[], call: Call): Promise<CardLimitRecord[][]>;
  /** Idempotent: locking a locked card changes nothing and is no refusal. `reference` is written into processing's journal. */
  lockCard(cardToken: string, reference: string, call: Call): Promise<CardChange>;
  unlockCard(cardToken: string, reference: string, call: Call): Promise<CardChange>;
  close(): Promise<void>;
}

export const cardProcessingPort = defineNeed<CardProcessing>('card-processing');

export type CardNetwork = 'VISA' | 'MASTERCARD' | 'PROSTIR';
export type CardStatus = 'ACTIVE' | 'LOCKED' | 'BLOCKED_BY_BANK' | 'EXPIRED' | 'CLOSED';
export type CardLimitKind = 'CASH_WITHDRAWAL' | 'IN_STORE_PURCHASE' | 'ONLINE_PURCHASE' | 'TRANSFER';
export type CardLimitPeriod = 'DAY' | 'MONTH';
export type CardRefusal = 'CARD_NOT_FOUND' | 'CARD_CLOSED' | 'CARD_EXPIRED' | 'BLOCKED_BY_BANK';

export type CardRecord = DebitCardRecord | CreditCardRecord | VirtualCardRecord;

interface CardBase {
  readonly cardToken: string;
  readonly maskedNumber: string;
  /** The number's last four digits, by which its holder knows the card. */
  readonly lastFour: string;
  readonly network: CardNetwork;
  readonly holderNumber: string;
  readonly accountNumber: string;
  /** The customer whose account the card draws on; not the holder, for an additional card. */
  readonly accountOwnerNumber: string;
  readonly embossedName: string | undefined;
  /** The last month in which the card works, `YYYY-MM`. */
  readonly expiresOn: string;
}

export interface DebitCardRecord extends CardBase {
  readonly kind: 'DEBIT';
  readonly contactless: boolean;
}

export interface CreditCardRecord extends CardBase {
  readonly kind: 'CREDIT';
  readonly creditLimit: Amount;
  /** A civil date. */
  readonly paymentDueOn: string | undefined;
}

export interface VirtualCardRecord extends CardBase {
  readonly kind: 'VIRTUAL';
  readonly singleUse: boolean;
}

export interface CardLimitRecord {
  readonly kind: CardLimitKind;
  readonly period: CardLimitPeriod;
  readonly limit: Amount;
  readonly used: Amount;
}

export type CardChange =
  | { readonly outcome: 'DONE'; readonly status: CardStatus }
  | { readonly outcome: 'REFUSED'; readonly reason: CardRefusal };
