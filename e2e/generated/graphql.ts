/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The type of an account. New values may be added. */
export type AccountKind =
  /** A business account of a sole proprietor. */
  | 'BUSINESS'
  /** An account that cards draw on. */
  | 'CARD'
  /** An account for everyday payments. */
  | 'CURRENT'
  /** A fixed-term deposit. */
  | 'DEPOSIT'
  /** A type that the API does not name yet. */
  | 'OTHER'
  /** A savings account with instant access. */
  | 'SAVINGS'
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

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { me: { id: string, displayName: string | null, accounts: Array<{ id: string, kind: AccountKind, name: string, balance: { amount: string, currency: Currency } | null, available: { amount: string, currency: Currency } | null, transactions: { edges: Array<{ node: { id: string, postedOn: string, description: string, counterparty: string | null, amount: { amount: string, currency: Currency } } }> } | null }> | null, cards: Array<
      | { __typename: 'CreditCard', id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, account: { id: string } | null }
      | { __typename: 'DebitCard', id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, account: { id: string } | null }
      | { __typename: 'VirtualCard', id: string, displayNumber: string, network: CardNetwork, status: CardStatus | null, expiresOn: string, account: { id: string } | null }
    > | null } | null };

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

export const HomeDocument = new TypedDocumentString(`
    query Home {
  me {
    id
    displayName
    accounts {
      id
      kind
      name
      balance {
        amount
        currency
      }
      available {
        amount
        currency
      }
      transactions(first: 5) {
        edges {
          node {
            id
            postedOn
            description
            amount {
              amount
              currency
            }
            counterparty
          }
        }
      }
    }
    cards {
      __typename
      id
      displayNumber
      network
      status
      expiresOn
      account {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;