/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ChatBankDetails($account: ID!) {\n  account(id: $account) {\n    id\n    name\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}": typeof types.ChatBankDetailsDocument,
    "mutation ChatLockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    __typename\n    ... on LockCardSuccess {\n      card {\n        ...ChatCardPage\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nmutation ChatUnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    __typename\n    ... on UnlockCardSuccess {\n      card {\n        ...ChatCardPage\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}": typeof types.ChatLockCardDocument,
    "query ChatCards {\n  me {\n    cards {\n      id\n      displayNumber\n      lastFour\n      network\n      status\n    }\n  }\n}\n\nquery ChatCard($id: ID!) {\n  card(id: $id) {\n    ...ChatCardPage\n  }\n}\n\nfragment ChatCardPage on Card {\n  id\n  displayNumber\n  network\n  status\n  expiresOn\n  limits {\n    kind\n    period\n    limit {\n      amount\n      currency\n    }\n    used {\n      amount\n      currency\n    }\n  }\n}": typeof types.ChatCardsDocument,
    "query ChatOverview {\n  me {\n    accounts {\n      id\n      name\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n    }\n    cards {\n      id\n      displayNumber\n      network\n      status\n    }\n  }\n}": typeof types.ChatOverviewDocument,
    "query ChatRates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}": typeof types.ChatRatesDocument,
    "query ChatAccounts {\n  me {\n    accounts {\n      id\n      name\n      closedOn\n      balance {\n        amount\n        currency\n      }\n    }\n  }\n}\n\nquery ChatTransactions($account: ID!, $first: Int!, $after: String) {\n  account(id: $account) {\n    id\n    name\n    transactions(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          postedOn\n          description\n          counterparty\n          amount {\n            amount\n            currency\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.ChatAccountsDocument,
    "query ChatOwner {\n  me {\n    id\n    displayName\n  }\n}": typeof types.ChatOwnerDocument,
};
const documents: Documents = {
    "query ChatBankDetails($account: ID!) {\n  account(id: $account) {\n    id\n    name\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}": types.ChatBankDetailsDocument,
    "mutation ChatLockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    __typename\n    ... on LockCardSuccess {\n      card {\n        ...ChatCardPage\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nmutation ChatUnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    __typename\n    ... on UnlockCardSuccess {\n      card {\n        ...ChatCardPage\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}": types.ChatLockCardDocument,
    "query ChatCards {\n  me {\n    cards {\n      id\n      displayNumber\n      lastFour\n      network\n      status\n    }\n  }\n}\n\nquery ChatCard($id: ID!) {\n  card(id: $id) {\n    ...ChatCardPage\n  }\n}\n\nfragment ChatCardPage on Card {\n  id\n  displayNumber\n  network\n  status\n  expiresOn\n  limits {\n    kind\n    period\n    limit {\n      amount\n      currency\n    }\n    used {\n      amount\n      currency\n    }\n  }\n}": types.ChatCardsDocument,
    "query ChatOverview {\n  me {\n    accounts {\n      id\n      name\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n    }\n    cards {\n      id\n      displayNumber\n      network\n      status\n    }\n  }\n}": types.ChatOverviewDocument,
    "query ChatRates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}": types.ChatRatesDocument,
    "query ChatAccounts {\n  me {\n    accounts {\n      id\n      name\n      closedOn\n      balance {\n        amount\n        currency\n      }\n    }\n  }\n}\n\nquery ChatTransactions($account: ID!, $first: Int!, $after: String) {\n  account(id: $account) {\n    id\n    name\n    transactions(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          postedOn\n          description\n          counterparty\n          amount {\n            amount\n            currency\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.ChatAccountsDocument,
    "query ChatOwner {\n  me {\n    id\n    displayName\n  }\n}": types.ChatOwnerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatBankDetails($account: ID!) {\n  account(id: $account) {\n    id\n    name\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}"): typeof import('./graphql').ChatBankDetailsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChatLockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    __typename\n    ... on LockCardSuccess {\n      card {\n        ...ChatCardPage\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}\n\nmutation ChatUnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    __typename\n    ... on UnlockCardSuccess {\n      card {\n        ...ChatCardPage\n      }\n    }\n    ... on Refusal {\n      message\n    }\n  }\n}"): typeof import('./graphql').ChatLockCardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatCards {\n  me {\n    cards {\n      id\n      displayNumber\n      lastFour\n      network\n      status\n    }\n  }\n}\n\nquery ChatCard($id: ID!) {\n  card(id: $id) {\n    ...ChatCardPage\n  }\n}\n\nfragment ChatCardPage on Card {\n  id\n  displayNumber\n  network\n  status\n  expiresOn\n  limits {\n    kind\n    period\n    limit {\n      amount\n      currency\n    }\n    used {\n      amount\n      currency\n    }\n  }\n}"): typeof import('./graphql').ChatCardsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatOverview {\n  me {\n    accounts {\n      id\n      name\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n    }\n    cards {\n      id\n      displayNumber\n      network\n      status\n    }\n  }\n}"): typeof import('./graphql').ChatOverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatRates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}"): typeof import('./graphql').ChatRatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatAccounts {\n  me {\n    accounts {\n      id\n      name\n      closedOn\n      balance {\n        amount\n        currency\n      }\n    }\n  }\n}\n\nquery ChatTransactions($account: ID!, $first: Int!, $after: String) {\n  account(id: $account) {\n    id\n    name\n    transactions(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          postedOn\n          description\n          counterparty\n          amount {\n            amount\n            currency\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): typeof import('./graphql').ChatAccountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChatOwner {\n  me {\n    id\n    displayName\n  }\n}"): typeof import('./graphql').ChatOwnerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
