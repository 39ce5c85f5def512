/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

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
    "mutation MarkNoticesRead($input: MarkNoticesReadInput!) {\n  markNoticesRead(input: $input) {\n    ... on MarkNoticesReadSuccess {\n      unreadCount\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": typeof types.MarkNoticesReadDocument,
    "query Notices {\n  me {\n    id\n    unreadNoticeCount\n    notices(first: 20) {\n      edges {\n        node {\n          id\n          message\n          occurredAt\n          readAt\n        }\n      }\n    }\n  }\n}": typeof types.NoticesDocument,
    "query AccountCards($id: ID!) {\n  account(id: $id) {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}": typeof types.AccountCardsDocument,
    "query AccountHead($id: ID!) {\n  account(id: $id) {\n    id\n    kind\n    name\n    currency\n    openedOn\n    closedOn\n    balance {\n      amount\n      currency\n    }\n    available {\n      amount\n      currency\n    }\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}": typeof types.AccountHeadDocument,
    "query Statement($id: ID!, $first: Int!, $after: String, $filter: TransactionFilter) {\n  account(id: $id) {\n    id\n    transactions(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          ...TransactionRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.StatementDocument,
    "query CardAccount($id: ID!) {\n  card(id: $id) {\n    id\n    account {\n      id\n      name\n      available {\n        amount\n        currency\n      }\n    }\n  }\n}": typeof types.CardAccountDocument,
    "query CardDetails($id: ID!) {\n  card(id: $id) {\n    ...CardFace\n    limits {\n      kind\n      period\n      limit {\n        amount\n        currency\n      }\n      used {\n        amount\n        currency\n      }\n    }\n    ... on DebitCard {\n      contactless\n    }\n    ... on CreditCard {\n      creditLimit {\n        amount\n        currency\n      }\n      paymentDueOn\n    }\n    ... on VirtualCard {\n      singleUse\n    }\n  }\n}": typeof types.CardDetailsDocument,
    "query CardState($id: ID!) {\n  card(id: $id) {\n    id\n    status\n  }\n}": typeof types.CardStateDocument,
    "mutation LockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    ... on LockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": typeof types.LockCardDocument,
    "mutation UnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    ... on UnlockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": typeof types.UnlockCardDocument,
    "query HomeAccounts {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      currency\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      bankDetails {\n        iban\n      }\n    }\n  }\n}": typeof types.HomeAccountsDocument,
    "query HomeCards {\n  me {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}": typeof types.HomeCardsDocument,
    "query RecentTransactions {\n  me {\n    id\n    accounts {\n      id\n      name\n      transactions(first: 5) {\n        edges {\n          node {\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n}": typeof types.RecentTransactionsDocument,
    "mutation CreatePayee($input: CreatePayeeInput!) {\n  createPayee(input: $input) {\n    ... on CreatePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}": typeof types.CreatePayeeDocument,
    "fragment Payee on Payee {\n  id\n  name\n  initials\n  destination {\n    ... on PayeePhone {\n      phone\n    }\n    ... on PayeeBankAccount {\n      iban\n    }\n    ... on PayeeCard {\n      lastFour\n    }\n  }\n}": typeof types.PayeeFragmentDoc,
    "query Payees($after: String) {\n  me {\n    id\n    payees(first: 100, after: $after) {\n      edges {\n        node {\n          ...Payee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.PayeesDocument,
    "mutation RemovePayee($input: RemovePayeeInput!) {\n  removePayee(input: $input) {\n    ... on RemovePayeeSuccess {\n      payeeId\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": typeof types.RemovePayeeDocument,
    "mutation RenamePayee($input: RenamePayeeInput!) {\n  renamePayee(input: $input) {\n    ... on RenamePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}": typeof types.RenamePayeeDocument,
    "fragment CardFace on Card {\n  id\n  maskedNumber\n  lastFour\n  displayNumber\n  network\n  expiresOn\n  embossedName\n  status\n}": typeof types.CardFaceFragmentDoc,
    "fragment TransactionRow on Transaction {\n  id\n  status\n  kind\n  category\n  postedOn\n  bookedAt\n  description\n  counterparty\n  merchant {\n    name\n  }\n  cardLastFour\n  amount {\n    amount\n    currency\n  }\n  balanceAfter {\n    amount\n    currency\n  }\n}": typeof types.TransactionRowFragmentDoc,
    "query Rates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}": typeof types.RatesDocument,
    "query Spending($id: ID!, $monthFrom: YearMonth!, $monthTo: YearMonth!) {\n  account(id: $id) {\n    id\n    spending(monthFrom: $monthFrom, monthTo: $monthTo) {\n      month\n      spent {\n        amount\n        currency\n      }\n      categories {\n        category\n        spent {\n          amount\n          currency\n        }\n        transactionCount\n      }\n    }\n  }\n}": typeof types.SpendingDocument,
};
const documents: Documents = {
    "mutation MarkNoticesRead($input: MarkNoticesReadInput!) {\n  markNoticesRead(input: $input) {\n    ... on MarkNoticesReadSuccess {\n      unreadCount\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": types.MarkNoticesReadDocument,
    "query Notices {\n  me {\n    id\n    unreadNoticeCount\n    notices(first: 20) {\n      edges {\n        node {\n          id\n          message\n          occurredAt\n          readAt\n        }\n      }\n    }\n  }\n}": types.NoticesDocument,
    "query AccountCards($id: ID!) {\n  account(id: $id) {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}": types.AccountCardsDocument,
    "query AccountHead($id: ID!) {\n  account(id: $id) {\n    id\n    kind\n    name\n    currency\n    openedOn\n    closedOn\n    balance {\n      amount\n      currency\n    }\n    available {\n      amount\n      currency\n    }\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}": types.AccountHeadDocument,
    "query Statement($id: ID!, $first: Int!, $after: String, $filter: TransactionFilter) {\n  account(id: $id) {\n    id\n    transactions(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          ...TransactionRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.StatementDocument,
    "query CardAccount($id: ID!) {\n  card(id: $id) {\n    id\n    account {\n      id\n      name\n      available {\n        amount\n        currency\n      }\n    }\n  }\n}": types.CardAccountDocument,
    "query CardDetails($id: ID!) {\n  card(id: $id) {\n    ...CardFace\n    limits {\n      kind\n      period\n      limit {\n        amount\n        currency\n      }\n      used {\n        amount\n        currency\n      }\n    }\n    ... on DebitCard {\n      contactless\n    }\n    ... on CreditCard {\n      creditLimit {\n        amount\n        currency\n      }\n      paymentDueOn\n    }\n    ... on VirtualCard {\n      singleUse\n    }\n  }\n}": types.CardDetailsDocument,
    "query CardState($id: ID!) {\n  card(id: $id) {\n    id\n    status\n  }\n}": types.CardStateDocument,
    "mutation LockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    ... on LockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": types.LockCardDocument,
    "mutation UnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    ... on UnlockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": types.UnlockCardDocument,
    "query HomeAccounts {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      currency\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      bankDetails {\n        iban\n      }\n    }\n  }\n}": types.HomeAccountsDocument,
    "query HomeCards {\n  me {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}": types.HomeCardsDocument,
    "query RecentTransactions {\n  me {\n    id\n    accounts {\n      id\n      name\n      transactions(first: 5) {\n        edges {\n          node {\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n}": types.RecentTransactionsDocument,
    "mutation CreatePayee($input: CreatePayeeInput!) {\n  createPayee(input: $input) {\n    ... on CreatePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}": types.CreatePayeeDocument,
    "fragment Payee on Payee {\n  id\n  name\n  initials\n  destination {\n    ... on PayeePhone {\n      phone\n    }\n    ... on PayeeBankAccount {\n      iban\n    }\n    ... on PayeeCard {\n      lastFour\n    }\n  }\n}": types.PayeeFragmentDoc,
    "query Payees($after: String) {\n  me {\n    id\n    payees(first: 100, after: $after) {\n      edges {\n        node {\n          ...Payee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.PayeesDocument,
    "mutation RemovePayee($input: RemovePayeeInput!) {\n  removePayee(input: $input) {\n    ... on RemovePayeeSuccess {\n      payeeId\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}": types.RemovePayeeDocument,
    "mutation RenamePayee($input: RenamePayeeInput!) {\n  renamePayee(input: $input) {\n    ... on RenamePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}": types.RenamePayeeDocument,
    "fragment CardFace on Card {\n  id\n  maskedNumber\n  lastFour\n  displayNumber\n  network\n  expiresOn\n  embossedName\n  status\n}": types.CardFaceFragmentDoc,
    "fragment TransactionRow on Transaction {\n  id\n  status\n  kind\n  category\n  postedOn\n  bookedAt\n  description\n  counterparty\n  merchant {\n    name\n  }\n  cardLastFour\n  amount {\n    amount\n    currency\n  }\n  balanceAfter {\n    amount\n    currency\n  }\n}": types.TransactionRowFragmentDoc,
    "query Rates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}": types.RatesDocument,
    "query Spending($id: ID!, $monthFrom: YearMonth!, $monthTo: YearMonth!) {\n  account(id: $id) {\n    id\n    spending(monthFrom: $monthFrom, monthTo: $monthTo) {\n      month\n      spent {\n        amount\n        currency\n      }\n      categories {\n        category\n        spent {\n          amount\n          currency\n        }\n        transactionCount\n      }\n    }\n  }\n}": types.SpendingDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation MarkNoticesRead($input: MarkNoticesReadInput!) {\n  markNoticesRead(input: $input) {\n    ... on MarkNoticesReadSuccess {\n      unreadCount\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["mutation MarkNoticesRead($input: MarkNoticesReadInput!) {\n  markNoticesRead(input: $input) {\n    ... on MarkNoticesReadSuccess {\n      unreadCount\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Notices {\n  me {\n    id\n    unreadNoticeCount\n    notices(first: 20) {\n      edges {\n        node {\n          id\n          message\n          occurredAt\n          readAt\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query Notices {\n  me {\n    id\n    unreadNoticeCount\n    notices(first: 20) {\n      edges {\n        node {\n          id\n          message\n          occurredAt\n          readAt\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountCards($id: ID!) {\n  account(id: $id) {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}"): (typeof documents)["query AccountCards($id: ID!) {\n  account(id: $id) {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountHead($id: ID!) {\n  account(id: $id) {\n    id\n    kind\n    name\n    currency\n    openedOn\n    closedOn\n    balance {\n      amount\n      currency\n    }\n    available {\n      amount\n      currency\n    }\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}"): (typeof documents)["query AccountHead($id: ID!) {\n  account(id: $id) {\n    id\n    kind\n    name\n    currency\n    openedOn\n    closedOn\n    balance {\n      amount\n      currency\n    }\n    available {\n      amount\n      currency\n    }\n    bankDetails {\n      iban\n      bankName\n      bankCode\n      bic\n      recipientName\n      recipientTaxNumber\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Statement($id: ID!, $first: Int!, $after: String, $filter: TransactionFilter) {\n  account(id: $id) {\n    id\n    transactions(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          ...TransactionRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): (typeof documents)["query Statement($id: ID!, $first: Int!, $after: String, $filter: TransactionFilter) {\n  account(id: $id) {\n    id\n    transactions(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          ...TransactionRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CardAccount($id: ID!) {\n  card(id: $id) {\n    id\n    account {\n      id\n      name\n      available {\n        amount\n        currency\n      }\n    }\n  }\n}"): (typeof documents)["query CardAccount($id: ID!) {\n  card(id: $id) {\n    id\n    account {\n      id\n      name\n      available {\n        amount\n        currency\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CardDetails($id: ID!) {\n  card(id: $id) {\n    ...CardFace\n    limits {\n      kind\n      period\n      limit {\n        amount\n        currency\n      }\n      used {\n        amount\n        currency\n      }\n    }\n    ... on DebitCard {\n      contactless\n    }\n    ... on CreditCard {\n      creditLimit {\n        amount\n        currency\n      }\n      paymentDueOn\n    }\n    ... on VirtualCard {\n      singleUse\n    }\n  }\n}"): (typeof documents)["query CardDetails($id: ID!) {\n  card(id: $id) {\n    ...CardFace\n    limits {\n      kind\n      period\n      limit {\n        amount\n        currency\n      }\n      used {\n        amount\n        currency\n      }\n    }\n    ... on DebitCard {\n      contactless\n    }\n    ... on CreditCard {\n      creditLimit {\n        amount\n        currency\n      }\n      paymentDueOn\n    }\n    ... on VirtualCard {\n      singleUse\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CardState($id: ID!) {\n  card(id: $id) {\n    id\n    status\n  }\n}"): (typeof documents)["query CardState($id: ID!) {\n  card(id: $id) {\n    id\n    status\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    ... on LockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["mutation LockCard($input: LockCardInput!) {\n  lockCard(input: $input) {\n    ... on LockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    ... on UnlockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["mutation UnlockCard($input: UnlockCardInput!) {\n  unlockCard(input: $input) {\n    ... on UnlockCardSuccess {\n      card {\n        id\n        status\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HomeAccounts {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      currency\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      bankDetails {\n        iban\n      }\n    }\n  }\n}"): (typeof documents)["query HomeAccounts {\n  me {\n    id\n    displayName\n    accounts {\n      id\n      kind\n      name\n      currency\n      closedOn\n      balance {\n        amount\n        currency\n      }\n      available {\n        amount\n        currency\n      }\n      bankDetails {\n        iban\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HomeCards {\n  me {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}"): (typeof documents)["query HomeCards {\n  me {\n    id\n    cards {\n      ...CardFace\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecentTransactions {\n  me {\n    id\n    accounts {\n      id\n      name\n      transactions(first: 5) {\n        edges {\n          node {\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query RecentTransactions {\n  me {\n    id\n    accounts {\n      id\n      name\n      transactions(first: 5) {\n        edges {\n          node {\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreatePayee($input: CreatePayeeInput!) {\n  createPayee(input: $input) {\n    ... on CreatePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}"): (typeof documents)["mutation CreatePayee($input: CreatePayeeInput!) {\n  createPayee(input: $input) {\n    ... on CreatePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Payee on Payee {\n  id\n  name\n  initials\n  destination {\n    ... on PayeePhone {\n      phone\n    }\n    ... on PayeeBankAccount {\n      iban\n    }\n    ... on PayeeCard {\n      lastFour\n    }\n  }\n}"): (typeof documents)["fragment Payee on Payee {\n  id\n  name\n  initials\n  destination {\n    ... on PayeePhone {\n      phone\n    }\n    ... on PayeeBankAccount {\n      iban\n    }\n    ... on PayeeCard {\n      lastFour\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Payees($after: String) {\n  me {\n    id\n    payees(first: 100, after: $after) {\n      edges {\n        node {\n          ...Payee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): (typeof documents)["query Payees($after: String) {\n  me {\n    id\n    payees(first: 100, after: $after) {\n      edges {\n        node {\n          ...Payee\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemovePayee($input: RemovePayeeInput!) {\n  removePayee(input: $input) {\n    ... on RemovePayeeSuccess {\n      payeeId\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["mutation RemovePayee($input: RemovePayeeInput!) {\n  removePayee(input: $input) {\n    ... on RemovePayeeSuccess {\n      payeeId\n    }\n    ... on Refusal {\n      code\n      message\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RenamePayee($input: RenamePayeeInput!) {\n  renamePayee(input: $input) {\n    ... on RenamePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}"): (typeof documents)["mutation RenamePayee($input: RenamePayeeInput!) {\n  renamePayee(input: $input) {\n    ... on RenamePayeeSuccess {\n      payee {\n        ...Payee\n      }\n    }\n    ... on Refusal {\n      code\n      message\n    }\n    ... on PayeeFieldInvalid {\n      field\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment CardFace on Card {\n  id\n  maskedNumber\n  lastFour\n  displayNumber\n  network\n  expiresOn\n  embossedName\n  status\n}"): (typeof documents)["fragment CardFace on Card {\n  id\n  maskedNumber\n  lastFour\n  displayNumber\n  network\n  expiresOn\n  embossedName\n  status\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment TransactionRow on Transaction {\n  id\n  status\n  kind\n  category\n  postedOn\n  bookedAt\n  description\n  counterparty\n  merchant {\n    name\n  }\n  cardLastFour\n  amount {\n    amount\n    currency\n  }\n  balanceAfter {\n    amount\n    currency\n  }\n}"): (typeof documents)["fragment TransactionRow on Transaction {\n  id\n  status\n  kind\n  category\n  postedOn\n  bookedAt\n  description\n  counterparty\n  merchant {\n    name\n  }\n  cardLastFour\n  amount {\n    amount\n    currency\n  }\n  balanceAfter {\n    amount\n    currency\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Rates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}"): (typeof documents)["query Rates {\n  exchangeRates {\n    currency\n    quoteCurrency\n    units\n    buy\n    sell\n    asOf\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Spending($id: ID!, $monthFrom: YearMonth!, $monthTo: YearMonth!) {\n  account(id: $id) {\n    id\n    spending(monthFrom: $monthFrom, monthTo: $monthTo) {\n      month\n      spent {\n        amount\n        currency\n      }\n      categories {\n        category\n        spent {\n          amount\n          currency\n        }\n        transactionCount\n      }\n    }\n  }\n}"): (typeof documents)["query Spending($id: ID!, $monthFrom: YearMonth!, $monthTo: YearMonth!) {\n  account(id: $id) {\n    id\n    spending(monthFrom: $monthFrom, monthTo: $monthTo) {\n      month\n      spent {\n        amount\n        currency\n      }\n      categories {\n        category\n        spent {\n          amount\n          currency\n        }\n        transactionCount\n      }\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;