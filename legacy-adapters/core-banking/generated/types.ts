// Made from core-banking.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type Decimal } from '../../xml/codec/generated.ts';

/** {urn:portico:core-banking:v1}Outcome */
export interface Outcome {
  readonly resultCode: number;
  readonly resultText: string | null;
}

/** {urn:portico:core-banking:v1}Customer */
export interface Customer {
  readonly customerId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly phone: string | null;
  readonly taxNumber: string | null;
  readonly birthDate: string;
  readonly languageCode: string;
}

/** {urn:portico:core-banking:v1}Account */
export interface Account {
  readonly accountId: string;
  readonly customerId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly currency: CurrencyCode;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

/** {urn:portico:core-banking:v1}Balance */
export interface Balance {
  readonly accountId: string;
  readonly booked: Decimal;
  readonly available: Decimal;
  readonly currency: CurrencyCode;
  readonly asOf: string;
}

/** {urn:portico:core-banking:v1}StatementQuery */
export interface StatementQuery {
  readonly accountId: string;
  readonly postedFrom?: string | undefined;
  readonly postedTo?: string | undefined;
  readonly amountFrom?: Decimal | undefined;
  readonly amountTo?: Decimal | undefined;
  readonly text?: string | undefined;
  readonly afterEntryId?: string | undefined;
  readonly pageSize: number;
}

/** {urn:portico:core-banking:v1}StatementEntry */
export interface StatementEntry {
  readonly entryId: string;
  readonly postedOn: string;
  readonly bookedAt: string;
  readonly amount: Decimal;
  readonly currency: CurrencyCode;
  readonly balanceAfter: Decimal | null;
  readonly description: string;
  readonly counterparty: string | null;
  readonly status: EntryStatus;
  readonly typeCode: string;
  readonly mcc: string | null;
  readonly merchantName: string | null;
  readonly maskedPan: string | null;
}

/** {urn:portico:core-banking:v1}AccountEntry */
export interface AccountEntry {
  readonly accountId: string;
  readonly entry: StatementEntry;
}

/** {urn:portico:core-banking:v1}StatementPage */
export interface StatementPage {
  readonly accountId: string;
  readonly entry: readonly StatementEntry[];
  readonly hasMore: boolean;
}

/** {urn:portico:core-banking:v1}Requisites */
export interface Requisites {
  readonly accountId: string;
  readonly iban: string;
  readonly bankName: string;
  readonly bankCode: string;
  readonly bic: string | null;
  readonly recipientName: string;
  readonly recipientTaxNumber: string | null;
}

/** {urn:portico:core-banking:v1}ExchangeRate */
export interface ExchangeRate {
  readonly currency: CurrencyCode;
  readonly quoteCurrency: CurrencyCode;
  readonly units: number;
  readonly buy: Decimal;
  readonly sell: Decimal;
  readonly setAt: string;
}

/** in GetExchangeRatesResponse */
export interface GetExchangeRatesResponse {
  readonly outcome: Outcome;
  readonly rate: readonly ExchangeRate[];
}

/** in GetExchangeRates */
export interface GetExchangeRates {
}

/** in GetRequisitesResponse */
export interface GetRequisitesResponse {
  readonly outcome: Outcome;
  readonly requisites: readonly Requisites[];
}

/** in GetRequisites */
export interface GetRequisites {
  readonly accountId: readonly string[];
}

/** in GetStatementEntriesResponse */
export interface GetStatementEntriesResponse {
  readonly outcome: Outcome;
  readonly found: readonly AccountEntry[];
}

/** in GetStatementEntries */
export interface GetStatementEntries {
  readonly entryId: readonly string[];
}

/** in GetStatementsResponse */
export interface GetStatementsResponse {
  readonly outcome: Outcome;
  readonly page: readonly StatementPage[];
}

/** in GetStatements */
export interface GetStatements {
  readonly query: readonly StatementQuery[];
}

/** in GetBalancesResponse */
export interface GetBalancesResponse {
  readonly outcome: Outcome;
  readonly balance: readonly Balance[];
}

/** in GetBalances */
export interface GetBalances {
  readonly accountId: readonly string[];
}

/** in GetAccountsResponse */
export interface GetAccountsResponse {
  readonly outcome: Outcome;
  readonly account: readonly Account[];
}

/** in GetAccounts */
export interface GetAccounts {
  readonly accountId: readonly string[];
}

/** in GetAccountsByCustomersResponse */
export interface GetAccountsByCustomersResponse {
  readonly outcome: Outcome;
  readonly account: readonly Account[];
}

/** in GetAccountsByCustomers */
export interface GetAccountsByCustomers {
  readonly customerId: readonly string[];
}

/** in FindCustomerByTaxNumberResponse */
export interface FindCustomerByTaxNumberResponse {
  readonly outcome: Outcome;
  readonly customer?: Customer | undefined;
}

/** in FindCustomerByTaxNumber */
export interface FindCustomerByTaxNumber {
  readonly taxNumber: string;
}

/** in FindCustomerByPhoneResponse */
export interface FindCustomerByPhoneResponse {
  readonly outcome: Outcome;
  readonly customer?: Customer | undefined;
}

/** in FindCustomerByPhone */
export interface FindCustomerByPhone {
  readonly phone: string;
}

/** in GetCustomersResponse */
export interface GetCustomersResponse {
  readonly outcome: Outcome;
  readonly customer: readonly Customer[];
}

/** in GetCustomers */
export interface GetCustomers {
  readonly customerId: readonly string[];
}

/** in LogoutResponse */
export interface LogoutResponse {
  readonly outcome: Outcome;
}

/** in Logout */
export interface Logout {
}

/** in SessionHeader */
export interface SessionHeader {
  readonly sessionId: string;
}

/** in LoginResponse */
export interface LoginResponse {
  readonly outcome: Outcome;
  readonly sessionId: string | null;
  readonly idleSeconds: number | null;
}

/** in Login */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** {urn:portico:core-banking:v1}CurrencyCode */
export type CurrencyCode = string;

/** {urn:portico:core-banking:v1}EntryStatus */
export type EntryStatus = 'B' | 'H';
