/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an account is for. More may come. */
export type AccountKind =
  /** The business of a sole proprietor. */
  | 'BUSINESS'
  /** The account behind cards. */
  | 'CARD'
  /** Everyday payments. */
  | 'CURRENT'
  /** A deposit for a term. */
  | 'DEPOSIT'
  /** A kind that has no name in the graph yet. */
  | 'OTHER'
  /** Savings that can be drawn on at any time. */
  | 'SAVINGS'
  | '%future added value';

/** The payment network of a card. More may come. */
export type CardNetwork =
  /** Mastercard. */
  | 'MASTERCARD'
  /** Prostir, the national network of Ukraine. */
  | 'PROSTIR'
  /** Visa. */
  | 'VISA'
  | '%future added value';

/** What a card can do now. More may come: treat an unknown one as not usable. */
export type CardStatus =
  /** It works. */
  | 'ACTIVE'
  /** The bank blocked it; only the bank can change that. */
  | 'BLOCKED_BY_BANK'
  /** It is closed for good. */
  | 'CLOSED'
  /** It is past its last month. */
  | 'EXPIRED'
  /** Its holder locked it and can unlock it. */
  | 'LOCKED'
  | '%future added value';

/** A currency by its ISO 4217 alphabetic code. More may come: expect a code that you do not know. */
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


export type HomeQuery = { me: { id: string, displayName: string | null, accounts: Array<{ id: string, kind: AccountKind, name: string, balance: { amount: string, currency: Currency }, available: { amount: string, currency: Currency }, transactions: { edges: Array<{ node: { id: string, postedOn: string, description: string, counterparty: string | null, amount: { amount: string, currency: Currency } } }> } }> | null, cards: Array<
      | { __typename: 'CreditCard', id: string, maskedNumber: string, network: CardNetwork, status: CardStatus, expiresOn: string, account: { id: string } | null }
      | { __typename: 'DebitCard', id: string, maskedNumber: string, network: CardNetwork, status: CardStatus, expiresOn: string, account: { id: string } | null }
      | { __typename: 'VirtualCard', id: string, maskedNumber: string, network: CardNetwork, status: CardStatus, expiresOn: string, account: { id: string } | null }
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
      maskedNumber
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