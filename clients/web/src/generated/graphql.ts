/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Input for `createPayee`. */
export type CreatePayeeInput = {
  /** Where money to the payee goes. */
  destination: PayeeDestinationInput;
  /** A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…". */
  idempotencyKey: string;
  /** The name to save the payee under: "Ірина, оренда". 1 to 70 characters. */
  name: string;
};

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

/** Input for `markNoticesRead`. */
export type MarkNoticesReadInput = {
  /** A unique key that you generate for this request. Marking twice changes nothing. 1 to 64 printable ASCII characters. */
  idempotencyKey: string;
  /** The newest notice to mark, as in `Notice.id`; all older ones are marked with it. */
  throughId: string;
};

/** A card, by a token that stands for it. */
export type PayeeCardInput = {
  /** The last four digits of the card number: "4242". */
  lastFour: string;
  /** A token from your card vault, never a card number: 8 to 64 letters, digits, "_" or "-". A card number is refused and not stored. */
  token: string;
};

/** Where money to a payee goes. Set exactly one of the fields. */
export type PayeeDestinationInput = {
  /** A card, by its token. */
  card?: PayeeCardInput | null | undefined;
  /** A Ukrainian IBAN, 29 characters, with or without spaces. */
  iban?: string | null | undefined;
  /** A Ukrainian phone number: "+380 67 123 45 67" or "067 123 45 67". */
  phone?: string | null | undefined;
};

/** A field of a payee that a person fills in. New values may be added. */
export type PayeeField =
  /** The card: its token or its last four digits. */
  | 'CARD'
  /** The IBAN. */
  | 'IBAN'
  /** The name. */
  | 'NAME'
  /** The phone number. */
  | 'PHONE'
  | '%future added value';

/** The reason for a refusal. New values may be added; show `message` for an unknown one. */
export type RefusalCode =
  /** One or more fields are invalid; see `faults`. */
  | 'BILLER_FIELDS_REFUSED'
  /** No biller has this ID. */
  | 'BILLER_NOT_FOUND'
  /** The bank blocked the card. Only the bank can unblock it. */
  | 'CARD_BLOCKED_BY_BANK'
  /** The card is permanently closed. */
  | 'CARD_CLOSED'
  /** The card has expired. */
  | 'CARD_EXPIRED'
  /** You have no card with this ID. */
  | 'CARD_NOT_FOUND'
  /** You have no notice with this ID. */
  | 'NOTICE_NOT_FOUND'
  /** The token or the last four digits are malformed. */
  | 'PAYEE_CARD_INVALID'
  /** A card number was given. It was not stored; use a phone number, an IBAN or a token. */
  | 'PAYEE_CARD_NUMBER'
  /** The customer has saved a payee with this destination already. */
  | 'PAYEE_EXISTS'
  /** This is no Ukrainian IBAN, or its check digits are wrong. */
  | 'PAYEE_IBAN_INVALID'
  /** The customer has as many payees as are allowed. */
  | 'PAYEE_LIMIT'
  /** The name is empty, longer than 70 characters, or has characters that cannot be shown. */
  | 'PAYEE_NAME_INVALID'
  /** You have no payee with this ID. */
  | 'PAYEE_NOT_FOUND'
  /** This is no Ukrainian phone number. */
  | 'PAYEE_PHONE_INVALID'
  /** The biller has no payer with these details. */
  | 'PAYER_NOT_FOUND'
  /** Too many requests; wait for `retryAfterSeconds`. */
  | 'RATE_LIMITED'
  | '%future added value';

/** Input for `removePayee`. */
export type RemovePayeeInput = {
  /** A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…". */
  idempotencyKey: string;
  /** The payee's ID, as in `Payee.id`: "payee_4fT…". */
  payeeId: string;
};

/** Input for `renamePayee`. */
export type RenamePayeeInput = {
  /** A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…". */
  idempotencyKey: string;
  /** The name to save the payee under: "Ірина, оренда". 1 to 70 characters. */
  name: string;
  /** The payee's ID, as in `Payee.id`: "payee_4fT…". */
  payeeId: string;
};

/** What the money was for, from the merchant's category code (ISO 18245), or from the kind where there is none. New values may be added; treat an unknown one as `OTHER`. */
export type TransactionCategory =
  /** Cash withdrawals. */
  | 'CASH'
  /** Phone, internet and television. */
  | 'COMMUNICATION'
  /** Schools, courses and universities. */
  | 'EDUCATION'
  /** Cinemas, sport, games and culture. */
  | 'ENTERTAINMENT'
  /** Fees of the bank. */
  | 'FEES'
  /** Supermarkets and food shops. */
  | 'GROCERIES'
  /** Doctors, hospitals and pharmacies. */
  | 'HEALTH'
  /** Salary, interest and cashback. */
  | 'INCOME'
  /** Anything else. */
  | 'OTHER'
  /** Restaurants, cafés and bars. */
  | 'RESTAURANTS'
  /** Clothes, electronics, household goods and other shops. */
  | 'SHOPPING'
  /** Transfers to and from other accounts. */
  | 'TRANSFERS'
  /** Public transport, taxis, fuel, parking and car repairs. */
  | 'TRANSPORT'
  /** Airlines, hotels, car hire and travel agencies. */
  | 'TRAVEL'
  /** Electricity, gas, water and heating. */
  | 'UTILITIES'
  | '%future added value';

/** Filters for transactions. Fields that are left out match everything. */
export type TransactionFilter = {
  /** Amount greater than or equal to this, in the account's currency. Outgoing amounts are negative: "-100". */
  amountFrom?: string | null | undefined;
  /** Amount less than or equal to this, in the account's currency. Outgoing amounts are negative: "-100". */
  amountTo?: string | null | undefined;
  /** Posted on or after this date: "2026-01-01". */
  postedFrom?: string | null | undefined;
  /** Posted on or before this date: "2026-01-31". */
  postedTo?: string | null | undefined;
  /** Text to find in the description or counterparty, ignoring case. 1 to 100 characters. */
  text?: string | null | undefined;
};

/** How the money moved. New values may be added; treat an unknown one as `OTHER`. */
export type TransactionKind =
  /** A payment to a biller, such as a utility or a phone operator. */
  | 'BILL_PAYMENT'
  /** A purchase by card, in a shop or online. */
  | 'CARD_PAYMENT'
  /** Cashback for purchases. */
  | 'CASHBACK'
  /** Cash from an ATM or over the counter. */
  | 'CASH_WITHDRAWAL'
  /** Money paid in. */
  | 'DEPOSIT'
  /** A fee of the bank. */
  | 'FEE'
  /** Interest on the balance. */
  | 'INTEREST'
  /** A kind that the API does not name yet. */
  | 'OTHER'
  /** A refund of a purchase. */
  | 'REFUND'
  /** A salary. */
  | 'SALARY'
  /** A transfer to or from another account. */
  | 'TRANSFER'
  | '%future added value';

/** The status of a transaction. New values may be added. */
export type TransactionStatus =
  /** The transaction is booked, and final. */
  | 'BOOKED'
  /** The amount is reserved and not booked yet. When it is booked, it becomes another transaction with another ID; it may also be released. */
  | 'ON_HOLD'
  | '%future added value';

/** Input for `unlockCard`. */
export type UnlockCardInput = {
  /** The card's ID, as in `Card.id`: "card_4fT…". */
  cardId: string;
  /** A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…". */
  idempotencyKey: string;
};

export type MarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type MarkNoticesReadMutation = { markNoticesRead:
    | { __typename: 'MarkNoticesReadSuccess', unreadCount: number }
    | { __typename: 'NoticeNotFound', code: RefusalCode, message: string }
   | null };

export type NoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type NoticesQuery = { me: { __typename: 'Customer', id: string, unreadNoticeCount: number | null, notices: { __typename: 'NoticeConnection', edges: Array<{ __typename: 'NoticeEdge', node: { __typename: 'Notice', id: string, message: string, occurredAt: string, readAt: string | null } }> } | null } | null };

export type AccountCardsQueryVariables = Exact<{
  id: string;
}>;


export type AccountCardsQuery = { account: { __typename: 'Account', id: string, cards: Array<
      | { __typename: 'CreditCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null }
      | { __typename: 'DebitCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null }
      | { __typename: 'VirtualCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null }
    > | null } | null };

export type AccountHeadQueryVariables = Exact<{
  id: string;
}>;


export type AccountHeadQuery = { account: { __typename: 'Account', id: string, kind: AccountKind, name: string, currency: Currency, openedOn: string, closedOn: string | null, balance: { __typename: 'Money', amount: string, currency: Currency } | null, available: { __typename: 'Money', amount: string, currency: Currency } | null, bankDetails: { __typename: 'BankDetails', iban: string, bankName: string, bankCode: string, bic: string | null, recipientName: string, recipientTaxNumber: string | null } | null } | null };

export type StatementQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: TransactionFilter | null | undefined;
}>;


export type StatementQuery = { account: { __typename: 'Account', id: string, transactions: { __typename: 'TransactionConnection', edges: Array<{ __typename: 'TransactionEdge', node: { __typename: 'Transaction', id: string, status: TransactionStatus, kind: TransactionKind, category: TransactionCategory, postedOn: string, bookedAt: string, description: string, counterparty: string | null, cardLastFour: string | null, merchant: { __typename: 'Merchant', name: string } | null, amount: { __typename: 'Money', amount: string, currency: Currency }, balanceAfter: { __typename: 'Money', amount: string, currency: Currency } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type CardAccountQueryVariables = Exact<{
  id: string;
}>;


export type CardAccountQuery = { card:
    | { __typename: 'CreditCard', id: string, account: { __typename: 'Account', id: string, name: string, available: { __typename: 'Money', amount: string, currency: Currency } | null } | null }
    | { __typename: 'DebitCard', id: string, account: { __typename: 'Account', id: string, name: string, available: { __typename: 'Money', amount: string, currency: Currency } | null } | null }
    | { __typename: 'VirtualCard', id: string, account: { __typename: 'Account', id: string, name: string, available: { __typename: 'Money', amount: string, currency: Currency } | null } | null }
   | null };

export type CardDetailsQueryVariables = Exact<{
  id: string;
}>;


export type CardDetailsQuery = { card:
    | { __typename: 'CreditCard', paymentDueOn: string | null, id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null, creditLimit: { __typename: 'Money', amount: string, currency: Currency }, limits: Array<{ __typename: 'CardLimit', kind: CardLimitKind, period: CardLimitPeriod, limit: { __typename: 'Money', amount: string, currency: Currency }, used: { __typename: 'Money', amount: string, currency: Currency } }> | null }
    | { __typename: 'DebitCard', contactless: boolean, id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null, limits: Array<{ __typename: 'CardLimit', kind: CardLimitKind, period: CardLimitPeriod, limit: { __typename: 'Money', amount: string, currency: Currency }, used: { __typename: 'Money', amount: string, currency: Currency } }> | null }
    | { __typename: 'VirtualCard', singleUse: boolean, id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null, limits: Array<{ __typename: 'CardLimit', kind: CardLimitKind, period: CardLimitPeriod, limit: { __typename: 'Money', amount: string, currency: Currency }, used: { __typename: 'Money', amount: string, currency: Currency } }> | null }
   | null };

export type CardStateQueryVariables = Exact<{
  id: string;
}>;


export type CardStateQuery = { card:
    | { __typename: 'CreditCard', id: string, status: CardStatus | null }
    | { __typename: 'DebitCard', id: string, status: CardStatus | null }
    | { __typename: 'VirtualCard', id: string, status: CardStatus | null }
   | null };

export type LockCardMutationVariables = Exact<{
  input: LockCardInput;
}>;


export type LockCardMutation = { lockCard:
    | { __typename: 'CardBlockedByBank', code: RefusalCode, message: string }
    | { __typename: 'CardClosed', code: RefusalCode, message: string }
    | { __typename: 'CardExpired', code: RefusalCode, message: string }
    | { __typename: 'CardNotFound', code: RefusalCode, message: string }
    | { __typename: 'LockCardSuccess', card:
        | { __typename: 'CreditCard', id: string, status: CardStatus | null }
        | { __typename: 'DebitCard', id: string, status: CardStatus | null }
        | { __typename: 'VirtualCard', id: string, status: CardStatus | null }
       | null }
   | null };

export type UnlockCardMutationVariables = Exact<{
  input: UnlockCardInput;
}>;


export type UnlockCardMutation = { unlockCard:
    | { __typename: 'CardBlockedByBank', code: RefusalCode, message: string }
    | { __typename: 'CardClosed', code: RefusalCode, message: string }
    | { __typename: 'CardExpired', code: RefusalCode, message: string }
    | { __typename: 'CardNotFound', code: RefusalCode, message: string }
    | { __typename: 'UnlockCardSuccess', card:
        | { __typename: 'CreditCard', id: string, status: CardStatus | null }
        | { __typename: 'DebitCard', id: string, status: CardStatus | null }
        | { __typename: 'VirtualCard', id: string, status: CardStatus | null }
       | null }
   | null };

export type HomeAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeAccountsQuery = { me: { __typename: 'Customer', id: string, displayName: string | null, accounts: Array<{ __typename: 'Account', id: string, kind: AccountKind, name: string, currency: Currency, closedOn: string | null, balance: { __typename: 'Money', amount: string, currency: Currency } | null, available: { __typename: 'Money', amount: string, currency: Currency } | null, bankDetails: { __typename: 'BankDetails', iban: string } | null }> | null } | null };

export type HomeCardsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeCardsQuery = { me: { __typename: 'Customer', id: string, cards: Array<
      | { __typename: 'CreditCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null }
      | { __typename: 'DebitCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null }
      | { __typename: 'VirtualCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null }
    > | null } | null };

export type RecentTransactionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentTransactionsQuery = { me: { __typename: 'Customer', id: string, accounts: Array<{ __typename: 'Account', id: string, name: string, transactions: { __typename: 'TransactionConnection', edges: Array<{ __typename: 'TransactionEdge', node: { __typename: 'Transaction', id: string, status: TransactionStatus, kind: TransactionKind, category: TransactionCategory, postedOn: string, bookedAt: string, description: string, counterparty: string | null, cardLastFour: string | null, merchant: { __typename: 'Merchant', name: string } | null, amount: { __typename: 'Money', amount: string, currency: Currency }, balanceAfter: { __typename: 'Money', amount: string, currency: Currency } | null } }> } | null }> | null } | null };

export type CreatePayeeMutationVariables = Exact<{
  input: CreatePayeeInput;
}>;


export type CreatePayeeMutation = { createPayee:
    | { __typename: 'CreatePayeeSuccess', payee: { __typename: 'Payee', id: string, name: string, initials: string, destination:
          | { __typename: 'PayeeBankAccount', iban: string }
          | { __typename: 'PayeeCard', lastFour: string }
          | { __typename: 'PayeePhone', phone: string }
         } | null }
    | { __typename: 'PayeeExists', code: RefusalCode, message: string }
    | { __typename: 'PayeeFieldInvalid', code: RefusalCode, message: string, field: PayeeField }
    | { __typename: 'PayeeLimitReached', code: RefusalCode, message: string }
   | null };

export type PayeeFragment = { __typename: 'Payee', id: string, name: string, initials: string, destination:
    | { __typename: 'PayeeBankAccount', iban: string }
    | { __typename: 'PayeeCard', lastFour: string }
    | { __typename: 'PayeePhone', phone: string }
   };

export type PayeesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PayeesQuery = { me: { __typename: 'Customer', id: string, payees: { __typename: 'PayeeConnection', edges: Array<{ __typename: 'PayeeEdge', node: { __typename: 'Payee', id: string, name: string, initials: string, destination:
            | { __typename: 'PayeeBankAccount', iban: string }
            | { __typename: 'PayeeCard', lastFour: string }
            | { __typename: 'PayeePhone', phone: string }
           } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type RemovePayeeMutationVariables = Exact<{
  input: RemovePayeeInput;
}>;


export type RemovePayeeMutation = { removePayee:
    | { __typename: 'PayeeNotFound', code: RefusalCode, message: string }
    | { __typename: 'RemovePayeeSuccess', payeeId: string }
   | null };

export type RenamePayeeMutationVariables = Exact<{
  input: RenamePayeeInput;
}>;


export type RenamePayeeMutation = { renamePayee:
    | { __typename: 'PayeeFieldInvalid', code: RefusalCode, message: string, field: PayeeField }
    | { __typename: 'PayeeNotFound', code: RefusalCode, message: string }
    | { __typename: 'RenamePayeeSuccess', payee: { __typename: 'Payee', id: string, name: string, initials: string, destination:
          | { __typename: 'PayeeBankAccount', iban: string }
          | { __typename: 'PayeeCard', lastFour: string }
          | { __typename: 'PayeePhone', phone: string }
         } | null }
   | null };

type CardFace_CreditCard_Fragment = { __typename: 'CreditCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null };

type CardFace_DebitCard_Fragment = { __typename: 'DebitCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null };

type CardFace_VirtualCard_Fragment = { __typename: 'VirtualCard', id: string, maskedNumber: string, lastFour: string, displayNumber: string, network: CardNetwork, expiresOn: string, embossedName: string | null, status: CardStatus | null };

export type CardFaceFragment =
  | CardFace_CreditCard_Fragment
  | CardFace_DebitCard_Fragment
  | CardFace_VirtualCard_Fragment
;

export type TransactionRowFragment = { __typename: 'Transaction', id: string, status: TransactionStatus, kind: TransactionKind, category: TransactionCategory, postedOn: string, bookedAt: string, description: string, counterparty: string | null, cardLastFour: string | null, merchant: { __typename: 'Merchant', name: string } | null, amount: { __typename: 'Money', amount: string, currency: Currency }, balanceAfter: { __typename: 'Money', amount: string, currency: Currency } | null };

export type RatesQueryVariables = Exact<{ [key: string]: never; }>;


export type RatesQuery = { exchangeRates: Array<{ __typename: 'ExchangeRate', currency: Currency, quoteCurrency: Currency, units: number, buy: string, sell: string, asOf: string }> | null };

export type SpendingQueryVariables = Exact<{
  id: string;
  monthFrom: string;
  monthTo: string;
}>;


export type SpendingQuery = { account: { __typename: 'Account', id: string, spending: Array<{ __typename: 'MonthlySpending', month: string, spent: { __typename: 'Money', amount: string, currency: Currency }, categories: Array<{ __typename: 'CategorySpending', category: TransactionCategory, transactionCount: number, spent: { __typename: 'Money', amount: string, currency: Currency } }> }> | null } | null };

export const PayeeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Payee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeePhone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeBankAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<PayeeFragment, unknown>;
export const CardFaceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"displayNumber"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"embossedName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<CardFaceFragment, unknown>;
export const TransactionRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"postedOn"}},{"kind":"Field","name":{"kind":"Name","value":"bookedAt"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"}},{"kind":"Field","name":{"kind":"Name","value":"merchant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cardLastFour"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<TransactionRowFragment, unknown>;
export const MarkNoticesReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkNoticesRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkNoticesReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNoticesRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkNoticesReadSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<MarkNoticesReadMutation, MarkNoticesReadMutationVariables>;
export const NoticesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNoticeCount"}},{"kind":"Field","name":{"kind":"Name","value":"notices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<NoticesQuery, NoticesQueryVariables>;
export const AccountCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountCards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFace"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"displayNumber"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"embossedName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<AccountCardsQuery, AccountCardsQueryVariables>;
export const AccountHeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountHead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankDetails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bankName"}},{"kind":"Field","name":{"kind":"Name","value":"bankCode"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"recipientName"}},{"kind":"Field","name":{"kind":"Name","value":"recipientTaxNumber"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<AccountHeadQuery, AccountHeadQueryVariables>;
export const StatementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Statement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TransactionFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionRow"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"postedOn"}},{"kind":"Field","name":{"kind":"Name","value":"bookedAt"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"}},{"kind":"Field","name":{"kind":"Name","value":"merchant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cardLastFour"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<StatementQuery, StatementQueryVariables>;
export const CardAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"card"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<CardAccountQuery, CardAccountQueryVariables>;
export const CardDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"card"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFace"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"used"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DebitCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactless"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreditCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentDueOn"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VirtualCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"singleUse"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"displayNumber"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"embossedName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<CardDetailsQuery, CardDetailsQueryVariables>;
export const CardStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"card"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<CardStateQuery, CardStateQueryVariables>;
export const LockCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LockCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockCardSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<LockCardMutation, LockCardMutationVariables>;
export const UnlockCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlockCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlockCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlockCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnlockCardSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<UnlockCardMutation, UnlockCardMutationVariables>;
export const HomeAccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomeAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankDetails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<HomeAccountsQuery, HomeAccountsQueryVariables>;
export const HomeCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomeCards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CardFace"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardFace"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"displayNumber"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"embossedName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<HomeCardsQuery, HomeCardsQueryVariables>;
export const RecentTransactionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecentTransactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionRow"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"postedOn"}},{"kind":"Field","name":{"kind":"Name","value":"bookedAt"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"}},{"kind":"Field","name":{"kind":"Name","value":"merchant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cardLastFour"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RecentTransactionsQuery, RecentTransactionsQueryVariables>;
export const CreatePayeeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePayee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePayeeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPayee"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePayeeSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Payee"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeFieldInvalid"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Payee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeePhone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeBankAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<CreatePayeeMutation, CreatePayeeMutationVariables>;
export const PayeesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payees"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"payees"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Payee"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Payee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeePhone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeBankAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<PayeesQuery, PayeesQueryVariables>;
export const RemovePayeeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemovePayee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemovePayeeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removePayee"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemovePayeeSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payeeId"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RemovePayeeMutation, RemovePayeeMutationVariables>;
export const RenamePayeeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenamePayee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenamePayeeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renamePayee"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RenamePayeeSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Payee"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeFieldInvalid"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Payee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeePhone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeBankAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayeeCard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RenamePayeeMutation, RenamePayeeMutationVariables>;
export const RatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exchangeRates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"quoteCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"units"}},{"kind":"Field","name":{"kind":"Name","value":"buy"}},{"kind":"Field","name":{"kind":"Name","value":"sell"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RatesQuery, RatesQueryVariables>;
export const SpendingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Spending"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"monthFrom"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"YearMonth"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"monthTo"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"YearMonth"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"spending"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"monthFrom"},"value":{"kind":"Variable","name":{"kind":"Name","value":"monthFrom"}}},{"kind":"Argument","name":{"kind":"Name","value":"monthTo"},"value":{"kind":"Variable","name":{"kind":"Name","value":"monthTo"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"spent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"spent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transactionCount"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SpendingQuery, SpendingQueryVariables>;