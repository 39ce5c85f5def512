/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The spending that a limit covers. New values may be added. */
export type CardLimitKind =
  /** ATM withdrawals. */
  | 'CASH_WITHDRAWAL'
  /** In-store purchases. */
  | 'IN_STORE_PURCHASE'
  /** Online purchases. */
  | 'ONLINE_PURCHASE'
  /** Transfers from the card. */
  | 'TRANSFER'
  | '%future added value';

/** The period that a limit covers, by the time in Kyiv. New values may be added. */
export type CardLimitPeriod =
  /** A calendar day. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  | '%future added value';

/** A card network. New values may be added. */
export type CardNetwork =
  /** Mastercard. */
  | 'MASTERCARD'
  /** Prostir, Ukraine's national card network. */
  | 'PROSTIR'
  /** Visa. */
  | 'VISA'
  | '%future added value';

/** The status of a card. New values may be added; treat an unknown one as unusable. */
export type CardStatus =
  /** The card can be used. */
  | 'ACTIVE'
  /** The bank blocked the card. Only the bank can unblock it. */
  | 'BLOCKED_BY_BANK'
  /** The card is permanently closed. */
  | 'CLOSED'
  /** The card has expired. */
  | 'EXPIRED'
  /** The cardholder locked the card and can unlock it. */
  | 'LOCKED'
  | '%future added value';

/** A currency, by ISO 4217 code. New values may be added. */
export type Currency =
  /** Swiss franc. */
  | 'CHF'
  /** Czech koruna. */
  | 'CZK'
  /** Euro. */
  | 'EUR'
  /** Pound sterling. */
  | 'GBP'
  /** Polish zloty. */
  | 'PLN'
  /** Ukrainian hryvnia. */
  | 'UAH'
  /** United States dollar. */
  | 'USD'
  | '%future added value';

/** Input for `lockCard`. */
export type LockCardInput = {
  /** The card's ID, as in `Card.id`: "card_4fT…". */
  cardId: string;
  /** A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…". */
  idempotencyKey: string;
};

/** Input for `unlockCard`. */
export type UnlockCardInput = {
  /** The card's ID, as in `Card.id`: "card_4fT…". */
  cardId: string;
  /** A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…". */
  idempotencyKey: string;
};

export type ChatBankDetailsQueryVariables = Exact<{
  account: string;
}>;


export type ChatBankDetailsQuery = { account: { id: string, name: string, bankDetails: { iban: string, bankName: string, bankCode: string, bic: string | null, recipientName: string, recipientTaxNumber: string | null } | null } | null };

export type ChatLockCardMutationVariables = Exact<{
  input: LockCardInput;
}>;


export type ChatLockCardMutation = { lockCard:
    | { __typename: 'CardBlockedByBank', message: string }
    | { __typename: 'CardClosed', message: string }
    | { __typename: 'CardExpired', message: string }
    | { __typename: 'CardNotFound', message: string }
    | { __typename: 'LockCardSuccess', card:
        | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
        | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
        | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
       | null }
   | null };

export type ChatUnlockCardMutationVariables = Exact<{
  input: UnlockCardInput;
}>;


export type ChatUnlockCardMutation = { unlockCard:
    | { __typename: 'CardBlockedByBank', message: string }
    | { __typename: 'CardClosed', message: string }
    | { __typename: 'CardExpired', message: string }
    | { __typename: 'CardNotFound', message: string }
    | { __typename: 'UnlockCardSuccess', card:
        | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
        | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
        | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
       | null }
   | null };

export type ChatCardsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatCardsQuery = { me: { cards: Array<
      | { id: string, displayNumber: string, lastFour: string, network: CardNetwork, status: CardStatus | null }
      | { id: string, displayNumber: string, lastFour: string, network: CardNetwork, status: CardStatus | null }
      | { id: string, displayNumber: string, lastFour: string, network: CardNetwork, status: CardStatus | null }
    > | null } | null };

export type ChatCardQueryVariables = Exact<{
  id: string;
}>;


export type ChatCardQuery = { card:
    | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
    | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
    | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null }
   | null };

type ChatCardPage_CreditCard_Fragment = { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null };

type ChatCardPage_DebitCard_Fragment = { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null };

type ChatCardPage_VirtualCard_Fragment = { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, limits: Array<{ kind: CardLimitKind, period: CardLimitPeriod, limit: { amount: string, currency: Currency }, used: { amount: string, currency: Currency } }> | null };

export type ChatCardPageFragment =
  | ChatCardPage_CreditCard_Fragment
  | ChatCardPage_DebitCard_Fragment
  | ChatCardPage_VirtualCard_Fragment
;

export type ChatOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatOverviewQuery = { me: { accounts: Array<{ id: string, name: string, closedOn: string | null, balance: { amount: string, currency: Currency } | null, available: { amount: string, currency: Currency } | null }> | null, cards: Array<
      | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null }
      | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null }
      | { id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null }
    > | null } | null };

export type ChatRatesQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatRatesQuery = { exchangeRates: Array<{ currency: Currency, quoteCurrency: Currency, units: number, buy: string, sell: string, asOf: string }> | null };

export type ChatAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatAccountsQuery = { me: { accounts: Array<{ id: string, name: string, closedOn: string | null, balance: { amount: string, currency: Currency } | null }> | null } | null };

export type ChatTransactionsQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ChatTransactionsQuery = { account: { id: string, name: string, transactions: { edges: Array<{ node: { id: string, postedOn: string, description: string, counterparty: string | null, amount: { amount: string, currency: Currency } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type ChatOwnerQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatOwnerQuery = { me: { id: string, displayName: string | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ChatCardPageFragmentDoc = new TypedDocumentString(`
    fragment ChatCardPage on Card {
  id
  displayNumber
  network
  status
  expiresOn
  limits {
    kind
    period
    limit {
      amount
      currency
    }
    used {
      amount
      currency
    }
  }
}
    `, {"fragmentName":"ChatCardPage"}) as unknown as TypedDocumentString<ChatCardPageFragment, unknown>;
export const ChatBankDetailsDocument = new TypedDocumentString(`
    query ChatBankDetails($account: ID!) {
  account(id: $account) {
    id
    name
    bankDetails {
      iban
      bankName
      bankCode
      bic
      recipientName
      recipientTaxNumber
    }
  }
}
    `) as unknown as TypedDocumentString<ChatBankDetailsQuery, ChatBankDetailsQueryVariables>;
export const ChatLockCardDocument = new TypedDocumentString(`
    mutation ChatLockCard($input: LockCardInput!) {
  lockCard(input: $input) {
    __typename
    ... on LockCardSuccess {
      card {
        ...ChatCardPage
      }
    }
    ... on Refusal {
      message
    }
  }
}
    fragment ChatCardPage on Card {
  id
  displayNumber
  network
  status
  expiresOn
  limits {
    kind
    period
    limit {
      amount
      currency
    }
    used {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<ChatLockCardMutation, ChatLockCardMutationVariables>;
export const ChatUnlockCardDocument = new TypedDocumentString(`
    mutation ChatUnlockCard($input: UnlockCardInput!) {
  unlockCard(input: $input) {
    __typename
    ... on UnlockCardSuccess {
      card {
        ...ChatCardPage
      }
    }
    ... on Refusal {
      message
    }
  }
}
    fragment ChatCardPage on Card {
  id
  displayNumber
  network
  status
  expiresOn
  limits {
    kind
    period
    limit {
      amount
      currency
    }
    used {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<ChatUnlockCardMutation, ChatUnlockCardMutationVariables>;
export const ChatCardsDocument = new TypedDocumentString(`
    query ChatCards {
  me {
    cards {
      id
      displayNumber
      lastFour
      network
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ChatCardsQuery, ChatCardsQueryVariables>;
export const ChatCardDocument = new TypedDocumentString(`
    query ChatCard($id: ID!) {
  card(id: $id) {
    ...ChatCardPage
  }
}
    fragment ChatCardPage on Card {
  id
  displayNumber
  network
  status
  expiresOn
  limits {
    kind
    period
    limit {
      amount
      currency
    }
    used {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<ChatCardQuery, ChatCardQueryVariables>;
export const ChatOverviewDocument = new TypedDocumentString(`
    query ChatOverview {
  me {
    accounts {
      id
      name
      closedOn
      balance {
        amount
        currency
      }
      available {
        amount
        currency
      }
    }
    cards {
      id
      displayNumber
      network
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ChatOverviewQuery, ChatOverviewQueryVariables>;
export const ChatRatesDocument = new TypedDocumentString(`
    query ChatRates {
  exchangeRates {
    currency
    quoteCurrency
    units
    buy
    sell
    asOf
  }
}
    `) as unknown as TypedDocumentString<ChatRatesQuery, ChatRatesQueryVariables>;
export const ChatAccountsDocument = new TypedDocumentString(`
    query ChatAccounts {
  me {
    accounts {
      id
      name
      closedOn
      balance {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatAccountsQuery, ChatAccountsQueryVariables>;
export const ChatTransactionsDocument = new TypedDocumentString(`
    query ChatTransactions($account: ID!, $first: Int!, $after: String) {
  account(id: $account) {
    id
    name
    transactions(first: $first, after: $after) {
      edges {
        node {
          id
          postedOn
          description
          counterparty
          amount {
            amount
            currency
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatTransactionsQuery, ChatTransactionsQueryVariables>;
export const ChatOwnerDocument = new TypedDocumentString(`
    query ChatOwner {
  me {
    id
    displayName
  }
}
    `) as unknown as TypedDocumentString<ChatOwnerQuery, ChatOwnerQueryVariables>;