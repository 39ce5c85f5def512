import { defineNeed } from '#platform/composition/need.ts';
import type { Decimal } from '#platform/decimal.ts';
import type { Language } from '#platform/language.ts';
import type { Amount } from '../kit/amount.ts';
import type { Call } from '../kit/call.ts';

/** What the bank knows of its customers, accounts and their movements. Every read takes many keys and answers in their order. */
export interface CoreBanking {
  findCustomers(customerNumbers: readonly string[], call: Call): Promise<(CustomerRecord | undefined)[]>;
  findCustomerByPhone(phone: string, call: Call): Promise<CustomerRecord | undefined>;
  findCustomerByTaxNumber(taxNumber: string, call: Call): Promise<CustomerRecord | undefined>;
  findAccountsOfCustomers(customerNumbers: readonly string[], call: Call): Promise<AccountRecord[][]>;
  findAccounts(accountNumbers: readonly string[], call: Call): Promise<(AccountRecord | undefined)[]>;
  findBalances(accountNumbers: readonly string[], call: Call): Promise<(BalanceRecord | undefined)[]>;
  findBankDetails(accountNumbers: readonly string[], call: Call): Promise<(BankDetailsRecord | undefined)[]>;
  findStatements(queries: readonly StatementQuery[], call: Call): Promise<(StatementPage | undefined)[]>;
  findStatementEntries(entryNumbers: readonly string[], call: Call): Promise<(EntryOfAccount | undefined)[]>;
  /** What the bank pays and asks for currencies, one rate a currency. */
  findExchangeRates(call: Call): Promise<ExchangeRateRecord[]>;
  /** Signs out and lets every connection go. */
  close(): Promise<void>;
}

export const coreBankingPort = defineNeed<CoreBanking>('core-banking');

export interface CustomerRecord {
  readonly customerNumber: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | undefined;
  /** E.164. */
  readonly phone: string | undefined;
  readonly language: Language;
}

export type AccountKind = 'CURRENT' | 'CARD' | 'SAVINGS' | 'DEPOSIT' | 'BUSINESS' | 'OTHER';

export interface AccountRecord {
  readonly accountNumber: string;
  readonly customerNumber: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly currency: string;
  /** Civil dates, `YYYY-MM-DD`. */
  readonly openedOn: string;
  readonly closedOn: string | undefined;
}

export interface BalanceRecord {
  readonly booked: Amount;
  readonly available: Amount;
}

export interface BankDetailsRecord {
  readonly iban: string;
  readonly bankName: string;
  readonly bankCode: string;
  readonly bic: string | undefined;
  readonly recipientName: string;
  readonly recipientTaxNumber: string | undefined;
}

export interface StatementFilter {
  readonly postedFrom?: string | undefined;
  readonly postedTo?: string | undefined;
  readonly amountFrom?: Decimal | undefined;
  readonly amountTo?: Decimal | undefined;
  /** Looked for in the description and the counterparty, without regard to case. */
  readonly text?: string | undefined;
}

export interface StatementQuery {
  readonly accountNumber: string;
  readonly filter: StatementFilter;
  /** The entry after which (going back in time) the page starts; absent for the newest. */
  readonly afterEntry?: string | undefined;
  readonly pageSize: number;
}

export interface StatementPage {
  readonly entries: readonly StatementEntry[];
  readonly hasMore: boolean;
}

export type TransactionStatus = 'BOOKED' | 'ON_HOLD';

export type TransactionKind =
  | 'CARD_PAYMENT'
  | 'CASH_WITHDRAWAL'
  | 'TRANSFER'
  | 'BILL_PAYMENT'
  | 'DEPOSIT'
  | 'SALARY'
  | 'INTEREST'
  | 'CASHBACK'
  | 'REFUND'
  | 'FEE'
  | 'OTHER';

export interface StatementEntry {
  readonly entryNumber: string;
  readonly status: TransactionStatus;
  readonly kind: TransactionKind;
  /** Of a hold, when it was authorised. */
  readonly postedOn: string;
  readonly bookedAt: string;
  /** Negative for money that left the account. */
  readonly amount: Amount;
  /** Undefined for a hold. */
  readonly balanceAfter: Amount | undefined;
  readonly description: string;
  readonly counterparty: string | undefined;
  readonly merchantName: string | undefined;
  /** Four digits, by ISO 18245. */
  readonly merchantCategoryCode: string | undefined;
  /** The last four digits of the card's number. */
  readonly cardLastFour: string | undefined;
}

export interface EntryOfAccount {
  readonly accountNumber: string;
  readonly entry: StatementEntry;
}

export interface ExchangeRateRecord {
  /** What is bought and sold. ISO 4217, alphabetic, as all currencies here. */
  readonly currency: string;
  readonly quoteCurrency: string;
  /** The prices are for so many units of the currency; 1 for most. */
  readonly units: number;
  /** What the bank pays, and what it asks, in the quote currency. */
  readonly buy: Decimal;
  readonly sell: Decimal;
  readonly setAt: string;
}
