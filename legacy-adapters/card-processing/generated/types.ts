// Made from card-processing.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type Decimal } from '../../xml/codec/generated.ts';

/** {urn:portico:card-processing:v2}Amount */
export interface Amount {
  readonly currency: CurrencyCode;
  readonly value: Decimal;
}

/** {urn:portico:card-processing:v2}Card */
export type AnyCard = DebitCard | CreditCard | VirtualCard;

export interface Card {
  readonly $type: 'Card';
  readonly cardToken: string;
  readonly maskedPan: string;
  readonly network: Network;
  readonly holderId: string;
  readonly accountId: string;
  readonly accountOwnerId: string;
  readonly embossedName: string | null;
  readonly expires: string;
}

/** {urn:portico:card-processing:v2}DebitCard */
export interface DebitCard {
  readonly $type: 'DebitCard';
  readonly cardToken: string;
  readonly maskedPan: string;
  readonly network: Network;
  readonly holderId: string;
  readonly accountId: string;
  readonly accountOwnerId: string;
  readonly embossedName: string | null;
  readonly expires: string;
  readonly contactless: boolean;
}

/** {urn:portico:card-processing:v2}CreditCard */
export interface CreditCard {
  readonly $type: 'CreditCard';
  readonly cardToken: string;
  readonly maskedPan: string;
  readonly network: Network;
  readonly holderId: string;
  readonly accountId: string;
  readonly accountOwnerId: string;
  readonly embossedName: string | null;
  readonly expires: string;
  readonly creditLimit: Amount;
  readonly paymentDueOn: string | null;
}

/** {urn:portico:card-processing:v2}VirtualCard */
export interface VirtualCard {
  readonly $type: 'VirtualCard';
  readonly cardToken: string;
  readonly maskedPan: string;
  readonly network: Network;
  readonly holderId: string;
  readonly accountId: string;
  readonly accountOwnerId: string;
  readonly embossedName: string | null;
  readonly expires: string;
  readonly singleUse: boolean;
}

/** {urn:portico:card-processing:v2}CardStatus */
export interface CardStatus {
  readonly cardToken: string;
  readonly code: StatusCode;
  readonly changedAt: string;
}

/** {urn:portico:card-processing:v2}CardLimit */
export interface CardLimit {
  readonly cardToken: string;
  readonly kind: LimitKind;
  readonly limit: Amount;
  readonly used: Amount;
}

/** in UnlockCardResponse */
export interface UnlockCardResponse {
  readonly status: CardStatus;
}

/** in UnlockCard */
export interface UnlockCard {
  readonly cardToken: string;
  readonly reference: Reference;
}

/** in Refusal */
export interface Refusal {
  readonly reason: RefusalReason;
}

/** in LockCardResponse */
export interface LockCardResponse {
  readonly status: CardStatus;
}

/** in LockCard */
export interface LockCard {
  readonly cardToken: string;
  readonly reference: Reference;
}

/** in GetCardLimitsResponse */
export interface GetCardLimitsResponse {
  readonly limit: readonly CardLimit[];
}

/** in GetCardLimits */
export interface GetCardLimits {
  readonly cardToken: readonly string[];
}

/** in GetCardStatusesResponse */
export interface GetCardStatusesResponse {
  readonly status: readonly CardStatus[];
}

/** in GetCardStatuses */
export interface GetCardStatuses {
  readonly cardToken: readonly string[];
}

/** in GetCardsResponse */
export interface GetCardsResponse {
  readonly card: readonly AnyCard[];
}

/** in GetCards */
export interface GetCards {
  readonly cardToken: readonly string[];
}

/** in GetCardsByHoldersResponse */
export interface GetCardsByHoldersResponse {
  readonly card: readonly AnyCard[];
}

/** in GetCardsByHolders */
export interface GetCardsByHolders {
  readonly holderId: readonly string[];
}

/** in GetCardsByAccountsResponse */
export interface GetCardsByAccountsResponse {
  readonly card: readonly AnyCard[];
}

/** in GetCardsByAccounts */
export interface GetCardsByAccounts {
  readonly accountId: readonly string[];
}

/** {urn:portico:card-processing:v2}Network */
export type Network = 'VISA' | 'MASTERCARD' | 'PROSTIR';

/** {urn:portico:card-processing:v2}StatusCode */
export type StatusCode = 'A' | 'L' | 'B' | 'X' | 'C';

/** {urn:portico:card-processing:v2}LimitKind */
export type LimitKind = 'CASH_DAY' | 'PURCHASE_DAY' | 'ONLINE_DAY' | 'TRANSFER_MONTH';

/** {urn:portico:card-processing:v2}CurrencyCode */
export type CurrencyCode = string;

/** {urn:portico:card-processing:v2}Reference */
export type Reference = string;

/** {urn:portico:card-processing:v2}RefusalReason */
export type RefusalReason = 'CARD_NOT_FOUND' | 'CARD_CLOSED' | 'CARD_EXPIRED' | 'BLOCKED_BY_BANK';
