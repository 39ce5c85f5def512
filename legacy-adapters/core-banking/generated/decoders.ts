// Made from core-banking.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type Decimal, END, known, type Reader, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

const knownOutcome = known([11, 12]);
export function decodeOutcome(c: Reader): t.Outcome {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}Outcome');
  c.next();
  if (c.name !== 11) c.expect(11, knownOutcome, 'resultCode');
  const v1 = c.scalar(s.int);
  c.next();
  if (c.name !== 12) c.expect(12, knownOutcome, 'resultText');
  const v2 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== END) c.close(knownOutcome);
  return { resultCode: v1, resultText: v2 };
}

const knownCustomer = known([13, 14, 15, 16, 17, 18, 19, 20]);
export function decodeCustomer(c: Reader): t.Customer {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}Customer');
  c.next();
  if (c.name !== 13) c.expect(13, knownCustomer, 'customerId');
  const v1 = c.long();
  c.next();
  if (c.name !== 14) c.expect(14, knownCustomer, 'lastName');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 15) c.expect(15, knownCustomer, 'firstName');
  const v3 = c.plainString();
  c.next();
  if (c.name !== 16) c.expect(16, knownCustomer, 'middleName');
  const v4 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 17) c.expect(17, knownCustomer, 'phone');
  const v5 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 18) c.expect(18, knownCustomer, 'taxNumber');
  const v6 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 19) c.expect(19, knownCustomer, 'birthDate');
  const v7 = c.date();
  c.next();
  if (c.name !== 20) c.expect(20, knownCustomer, 'languageCode');
  const v8 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownCustomer);
  return { customerId: v1, lastName: v2, firstName: v3, middleName: v4, phone: v5, taxNumber: v6, birthDate: v7, languageCode: v8 };
}

const knownAccount = known([21, 13, 22, 23, 24, 25, 26]);
export function decodeAccount(c: Reader): t.Account {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}Account');
  c.next();
  if (c.name !== 21) c.expect(21, knownAccount, 'accountId');
  const v1 = c.long();
  c.next();
  if (c.name !== 13) c.expect(13, knownAccount, 'customerId');
  const v2 = c.long();
  c.next();
  if (c.name !== 22) c.expect(22, knownAccount, 'productCode');
  const v3 = c.plainString();
  c.next();
  if (c.name !== 23) c.expect(23, knownAccount, 'productName');
  const v4 = c.plainString();
  c.next();
  if (c.name !== 24) c.expect(24, knownAccount, 'currency');
  const v5 = c.scalar(x.scalarCurrencyCode);
  c.next();
  if (c.name !== 25) c.expect(25, knownAccount, 'openedOn');
  const v6 = c.date();
  c.next();
  if (c.name !== 26) c.expect(26, knownAccount, 'closedOn');
  const v7 = (c.isNil() ? c.nil() : c.date());
  c.next();
  if (c.name !== END) c.close(knownAccount);
  return { accountId: v1, customerId: v2, productCode: v3, productName: v4, currency: v5, openedOn: v6, closedOn: v7 };
}

const knownBalance = known([21, 27, 28, 24, 29]);
export function decodeBalance(c: Reader): t.Balance {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}Balance');
  c.next();
  if (c.name !== 21) c.expect(21, knownBalance, 'accountId');
  const v1 = c.long();
  c.next();
  if (c.name !== 27) c.expect(27, knownBalance, 'booked');
  const v2 = c.decimal();
  c.next();
  if (c.name !== 28) c.expect(28, knownBalance, 'available');
  const v3 = c.decimal();
  c.next();
  if (c.name !== 24) c.expect(24, knownBalance, 'currency');
  const v4 = c.scalar(x.scalarCurrencyCode);
  c.next();
  if (c.name !== 29) c.expect(29, knownBalance, 'asOf');
  const v5 = c.dateTime();
  c.next();
  if (c.name !== END) c.close(knownBalance);
  return { accountId: v1, booked: v2, available: v3, currency: v4, asOf: v5 };
}

const knownStatementQuery = known([21, 30, 31, 32, 33, 34, 35, 36]);
export function decodeStatementQuery(c: Reader): t.StatementQuery {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}StatementQuery');
  c.next();
  if (c.name !== 21) c.expect(21, knownStatementQuery, 'accountId');
  const v1 = c.long();
  c.next();
  let v2: string | undefined;
  if (c.name === 30 || c.pass(knownStatementQuery) === 30) {
    v2 = c.date();
    c.next();
  }
  let v3: string | undefined;
  if (c.name === 31 || c.pass(knownStatementQuery) === 31) {
    v3 = c.date();
    c.next();
  }
  let v4: Decimal | undefined;
  if (c.name === 32 || c.pass(knownStatementQuery) === 32) {
    v4 = c.decimal();
    c.next();
  }
  let v5: Decimal | undefined;
  if (c.name === 33 || c.pass(knownStatementQuery) === 33) {
    v5 = c.decimal();
    c.next();
  }
  let v6: string | undefined;
  if (c.name === 34 || c.pass(knownStatementQuery) === 34) {
    v6 = c.plainString();
    c.next();
  }
  let v7: string | undefined;
  if (c.name === 35 || c.pass(knownStatementQuery) === 35) {
    v7 = c.long();
    c.next();
  }
  if (c.name !== 36) c.expect(36, knownStatementQuery, 'pageSize');
  const v8 = c.scalar(s.int);
  c.next();
  if (c.name !== END) c.close(knownStatementQuery);
  return { accountId: v1, postedFrom: v2, postedTo: v3, amountFrom: v4, amountTo: v5, text: v6, afterEntryId: v7, pageSize: v8 };
}

const knownStatementEntry = known([37, 38, 39, 40, 24, 41, 42, 43, 44, 45, 46, 47, 48]);
export function decodeStatementEntry(c: Reader): t.StatementEntry {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}StatementEntry');
  c.next();
  if (c.name !== 37) c.expect(37, knownStatementEntry, 'entryId');
  const v1 = c.long();
  c.next();
  if (c.name !== 38) c.expect(38, knownStatementEntry, 'postedOn');
  const v2 = c.date();
  c.next();
  if (c.name !== 39) c.expect(39, knownStatementEntry, 'bookedAt');
  const v3 = c.dateTime();
  c.next();
  if (c.name !== 40) c.expect(40, knownStatementEntry, 'amount');
  const v4 = c.decimal();
  c.next();
  if (c.name !== 24) c.expect(24, knownStatementEntry, 'currency');
  const v5 = c.scalar(x.scalarCurrencyCode);
  c.next();
  if (c.name !== 41) c.expect(41, knownStatementEntry, 'balanceAfter');
  const v6 = (c.isNil() ? c.nil() : c.decimal());
  c.next();
  if (c.name !== 42) c.expect(42, knownStatementEntry, 'description');
  const v7 = c.plainString();
  c.next();
  if (c.name !== 43) c.expect(43, knownStatementEntry, 'counterparty');
  const v8 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 44) c.expect(44, knownStatementEntry, 'status');
  const v9 = c.scalar(x.scalarEntryStatus);
  c.next();
  if (c.name !== 45) c.expect(45, knownStatementEntry, 'typeCode');
  const v10 = c.plainString();
  c.next();
  if (c.name !== 46) c.expect(46, knownStatementEntry, 'mcc');
  const v11 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 47) c.expect(47, knownStatementEntry, 'merchantName');
  const v12 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 48) c.expect(48, knownStatementEntry, 'maskedPan');
  const v13 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== END) c.close(knownStatementEntry);
  return { entryId: v1, postedOn: v2, bookedAt: v3, amount: v4, currency: v5, balanceAfter: v6, description: v7, counterparty: v8, status: v9, typeCode: v10, mcc: v11, merchantName: v12, maskedPan: v13 };
}

const knownAccountEntry = known([21, 49]);
export function decodeAccountEntry(c: Reader): t.AccountEntry {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}AccountEntry');
  c.next();
  if (c.name !== 21) c.expect(21, knownAccountEntry, 'accountId');
  const v1 = c.long();
  c.next();
  if (c.name !== 49) c.expect(49, knownAccountEntry, 'entry');
  const v2 = decodeStatementEntry(c);
  c.next();
  if (c.name !== END) c.close(knownAccountEntry);
  return { accountId: v1, entry: v2 };
}

const knownStatementPage = known([21, 49, 50]);
export function decodeStatementPage(c: Reader): t.StatementPage {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}StatementPage');
  c.next();
  if (c.name !== 21) c.expect(21, knownStatementPage, 'accountId');
  const v1 = c.long();
  c.next();
  const v2: (t.StatementEntry)[] = [];
  while ((c.name === 49 || c.pass(knownStatementPage) === 49)) {
    v2.push(decodeStatementEntry(c));
    c.next();
  }
  if (c.name !== 50) c.expect(50, knownStatementPage, 'hasMore');
  const v3 = c.scalar(s.boolean);
  c.next();
  if (c.name !== END) c.close(knownStatementPage);
  return { accountId: v1, entry: v2, hasMore: v3 };
}

export async function decodeStatementPageSlowly(c: Reader): Promise<t.StatementPage> {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}StatementPage');
  c.next();
  if (c.name !== 21) c.expect(21, knownStatementPage, 'accountId');
  const v1 = c.long();
  c.next();
  const v2: (t.StatementEntry)[] = [];
  while ((c.name === 49 || c.pass(knownStatementPage) === 49)) {
    v2.push(decodeStatementEntry(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== 50) c.expect(50, knownStatementPage, 'hasMore');
  const v3 = c.scalar(s.boolean);
  c.next();
  if (c.name !== END) c.close(knownStatementPage);
  return { accountId: v1, entry: v2, hasMore: v3 };
}

const knownRequisites = known([21, 51, 52, 53, 54, 55, 56]);
export function decodeRequisites(c: Reader): t.Requisites {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}Requisites');
  c.next();
  if (c.name !== 21) c.expect(21, knownRequisites, 'accountId');
  const v1 = c.long();
  c.next();
  if (c.name !== 51) c.expect(51, knownRequisites, 'iban');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 52) c.expect(52, knownRequisites, 'bankName');
  const v3 = c.plainString();
  c.next();
  if (c.name !== 53) c.expect(53, knownRequisites, 'bankCode');
  const v4 = c.plainString();
  c.next();
  if (c.name !== 54) c.expect(54, knownRequisites, 'bic');
  const v5 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 55) c.expect(55, knownRequisites, 'recipientName');
  const v6 = c.plainString();
  c.next();
  if (c.name !== 56) c.expect(56, knownRequisites, 'recipientTaxNumber');
  const v7 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== END) c.close(knownRequisites);
  return { accountId: v1, iban: v2, bankName: v3, bankCode: v4, bic: v5, recipientName: v6, recipientTaxNumber: v7 };
}

const knownExchangeRate = known([24, 57, 58, 59, 60, 61]);
export function decodeExchangeRate(c: Reader): t.ExchangeRate {
  if (c.hasAttributes()) c.exact('{urn:portico:core-banking:v1}ExchangeRate');
  c.next();
  if (c.name !== 24) c.expect(24, knownExchangeRate, 'currency');
  const v1 = c.scalar(x.scalarCurrencyCode);
  c.next();
  if (c.name !== 57) c.expect(57, knownExchangeRate, 'quoteCurrency');
  const v2 = c.scalar(x.scalarCurrencyCode);
  c.next();
  if (c.name !== 58) c.expect(58, knownExchangeRate, 'units');
  const v3 = c.scalar(s.int);
  c.next();
  if (c.name !== 59) c.expect(59, knownExchangeRate, 'buy');
  const v4 = c.decimal();
  c.next();
  if (c.name !== 60) c.expect(60, knownExchangeRate, 'sell');
  const v5 = c.decimal();
  c.next();
  if (c.name !== 61) c.expect(61, knownExchangeRate, 'setAt');
  const v6 = c.dateTime();
  c.next();
  if (c.name !== END) c.close(knownExchangeRate);
  return { currency: v1, quoteCurrency: v2, units: v3, buy: v4, sell: v5, setAt: v6 };
}

const knownGetExchangeRatesResponse = known([62, 63]);
export function decodeGetExchangeRatesResponse(c: Reader): t.GetExchangeRatesResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetExchangeRatesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.ExchangeRate)[] = [];
  while ((c.name === 63 || c.pass(knownGetExchangeRatesResponse) === 63)) {
    v2.push(decodeExchangeRate(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetExchangeRatesResponse);
  return { outcome: v1, rate: v2 };
}

export async function decodeGetExchangeRatesResponseSlowly(c: Reader): Promise<t.GetExchangeRatesResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetExchangeRatesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.ExchangeRate)[] = [];
  while ((c.name === 63 || c.pass(knownGetExchangeRatesResponse) === 63)) {
    v2.push(decodeExchangeRate(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetExchangeRatesResponse);
  return { outcome: v1, rate: v2 };
}

const knownGetExchangeRates = known([]);
export function decodeGetExchangeRates(c: Reader): t.GetExchangeRates {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== END) c.close(knownGetExchangeRates);
  return {  };
}

const knownGetRequisitesResponse = known([62, 64]);
export function decodeGetRequisitesResponse(c: Reader): t.GetRequisitesResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetRequisitesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Requisites)[] = [];
  while ((c.name === 64 || c.pass(knownGetRequisitesResponse) === 64)) {
    v2.push(decodeRequisites(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetRequisitesResponse);
  return { outcome: v1, requisites: v2 };
}

export async function decodeGetRequisitesResponseSlowly(c: Reader): Promise<t.GetRequisitesResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetRequisitesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Requisites)[] = [];
  while ((c.name === 64 || c.pass(knownGetRequisitesResponse) === 64)) {
    v2.push(decodeRequisites(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetRequisitesResponse);
  return { outcome: v1, requisites: v2 };
}

const knownGetRequisites = known([21]);
export function decodeGetRequisites(c: Reader): t.GetRequisites {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 21 || c.pass(knownGetRequisites) === 21) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetRequisites);
  return { accountId: v1 };
}

const knownGetStatementEntriesResponse = known([62, 65]);
export function decodeGetStatementEntriesResponse(c: Reader): t.GetStatementEntriesResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetStatementEntriesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.AccountEntry)[] = [];
  while ((c.name === 65 || c.pass(knownGetStatementEntriesResponse) === 65)) {
    v2.push(decodeAccountEntry(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetStatementEntriesResponse);
  return { outcome: v1, found: v2 };
}

export async function decodeGetStatementEntriesResponseSlowly(c: Reader): Promise<t.GetStatementEntriesResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetStatementEntriesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.AccountEntry)[] = [];
  while ((c.name === 65 || c.pass(knownGetStatementEntriesResponse) === 65)) {
    v2.push(decodeAccountEntry(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetStatementEntriesResponse);
  return { outcome: v1, found: v2 };
}

const knownGetStatementEntries = known([37]);
export function decodeGetStatementEntries(c: Reader): t.GetStatementEntries {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 37 || c.pass(knownGetStatementEntries) === 37) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetStatementEntries);
  return { entryId: v1 };
}

const knownGetStatementsResponse = known([62, 66]);
export function decodeGetStatementsResponse(c: Reader): t.GetStatementsResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetStatementsResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.StatementPage)[] = [];
  while ((c.name === 66 || c.pass(knownGetStatementsResponse) === 66)) {
    v2.push(decodeStatementPage(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetStatementsResponse);
  return { outcome: v1, page: v2 };
}

export async function decodeGetStatementsResponseSlowly(c: Reader): Promise<t.GetStatementsResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetStatementsResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.StatementPage)[] = [];
  while ((c.name === 66 || c.pass(knownGetStatementsResponse) === 66)) {
    v2.push(await decodeStatementPageSlowly(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetStatementsResponse);
  return { outcome: v1, page: v2 };
}

const knownGetStatements = known([67]);
export function decodeGetStatements(c: Reader): t.GetStatements {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.StatementQuery)[] = [];
  while ((c.name === 67 || c.pass(knownGetStatements) === 67) && v1.length < 500) {
    v1.push(decodeStatementQuery(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetStatements);
  return { query: v1 };
}

export async function decodeGetStatementsSlowly(c: Reader): Promise<t.GetStatements> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.StatementQuery)[] = [];
  while ((c.name === 67 || c.pass(knownGetStatements) === 67) && v1.length < 500) {
    v1.push(decodeStatementQuery(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetStatements);
  return { query: v1 };
}

const knownGetBalancesResponse = known([62, 68]);
export function decodeGetBalancesResponse(c: Reader): t.GetBalancesResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetBalancesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Balance)[] = [];
  while ((c.name === 68 || c.pass(knownGetBalancesResponse) === 68)) {
    v2.push(decodeBalance(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetBalancesResponse);
  return { outcome: v1, balance: v2 };
}

export async function decodeGetBalancesResponseSlowly(c: Reader): Promise<t.GetBalancesResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetBalancesResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Balance)[] = [];
  while ((c.name === 68 || c.pass(knownGetBalancesResponse) === 68)) {
    v2.push(decodeBalance(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetBalancesResponse);
  return { outcome: v1, balance: v2 };
}

const knownGetBalances = known([21]);
export function decodeGetBalances(c: Reader): t.GetBalances {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 21 || c.pass(knownGetBalances) === 21) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetBalances);
  return { accountId: v1 };
}

const knownGetAccountsResponse = known([62, 69]);
export function decodeGetAccountsResponse(c: Reader): t.GetAccountsResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetAccountsResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Account)[] = [];
  while ((c.name === 69 || c.pass(knownGetAccountsResponse) === 69)) {
    v2.push(decodeAccount(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetAccountsResponse);
  return { outcome: v1, account: v2 };
}

export async function decodeGetAccountsResponseSlowly(c: Reader): Promise<t.GetAccountsResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetAccountsResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Account)[] = [];
  while ((c.name === 69 || c.pass(knownGetAccountsResponse) === 69)) {
    v2.push(decodeAccount(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetAccountsResponse);
  return { outcome: v1, account: v2 };
}

const knownGetAccounts = known([21]);
export function decodeGetAccounts(c: Reader): t.GetAccounts {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 21 || c.pass(knownGetAccounts) === 21) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetAccounts);
  return { accountId: v1 };
}

const knownGetAccountsByCustomersResponse = known([62, 69]);
export function decodeGetAccountsByCustomersResponse(c: Reader): t.GetAccountsByCustomersResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetAccountsByCustomersResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Account)[] = [];
  while ((c.name === 69 || c.pass(knownGetAccountsByCustomersResponse) === 69)) {
    v2.push(decodeAccount(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetAccountsByCustomersResponse);
  return { outcome: v1, account: v2 };
}

export async function decodeGetAccountsByCustomersResponseSlowly(c: Reader): Promise<t.GetAccountsByCustomersResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetAccountsByCustomersResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Account)[] = [];
  while ((c.name === 69 || c.pass(knownGetAccountsByCustomersResponse) === 69)) {
    v2.push(decodeAccount(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetAccountsByCustomersResponse);
  return { outcome: v1, account: v2 };
}

const knownGetAccountsByCustomers = known([13]);
export function decodeGetAccountsByCustomers(c: Reader): t.GetAccountsByCustomers {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 13 || c.pass(knownGetAccountsByCustomers) === 13) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetAccountsByCustomers);
  return { customerId: v1 };
}

const knownFindCustomerByTaxNumberResponse = known([62, 70]);
export function decodeFindCustomerByTaxNumberResponse(c: Reader): t.FindCustomerByTaxNumberResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownFindCustomerByTaxNumberResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  let v2: t.Customer | undefined;
  if (c.name === 70 || c.pass(knownFindCustomerByTaxNumberResponse) === 70) {
    v2 = decodeCustomer(c);
    c.next();
  }
  if (c.name !== END) c.close(knownFindCustomerByTaxNumberResponse);
  return { outcome: v1, customer: v2 };
}

const knownFindCustomerByTaxNumber = known([18]);
export function decodeFindCustomerByTaxNumber(c: Reader): t.FindCustomerByTaxNumber {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 18) c.expect(18, knownFindCustomerByTaxNumber, 'taxNumber');
  const v1 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownFindCustomerByTaxNumber);
  return { taxNumber: v1 };
}

const knownFindCustomerByPhoneResponse = known([62, 70]);
export function decodeFindCustomerByPhoneResponse(c: Reader): t.FindCustomerByPhoneResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownFindCustomerByPhoneResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  let v2: t.Customer | undefined;
  if (c.name === 70 || c.pass(knownFindCustomerByPhoneResponse) === 70) {
    v2 = decodeCustomer(c);
    c.next();
  }
  if (c.name !== END) c.close(knownFindCustomerByPhoneResponse);
  return { outcome: v1, customer: v2 };
}

const knownFindCustomerByPhone = known([17]);
export function decodeFindCustomerByPhone(c: Reader): t.FindCustomerByPhone {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 17) c.expect(17, knownFindCustomerByPhone, 'phone');
  const v1 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownFindCustomerByPhone);
  return { phone: v1 };
}

const knownGetCustomersResponse = known([62, 70]);
export function decodeGetCustomersResponse(c: Reader): t.GetCustomersResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetCustomersResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Customer)[] = [];
  while ((c.name === 70 || c.pass(knownGetCustomersResponse) === 70)) {
    v2.push(decodeCustomer(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetCustomersResponse);
  return { outcome: v1, customer: v2 };
}

export async function decodeGetCustomersResponseSlowly(c: Reader): Promise<t.GetCustomersResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownGetCustomersResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  const v2: (t.Customer)[] = [];
  while ((c.name === 70 || c.pass(knownGetCustomersResponse) === 70)) {
    v2.push(decodeCustomer(c));
    c.next();
    if (v2.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetCustomersResponse);
  return { outcome: v1, customer: v2 };
}

const knownGetCustomers = known([13]);
export function decodeGetCustomers(c: Reader): t.GetCustomers {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 13 || c.pass(knownGetCustomers) === 13) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetCustomers);
  return { customerId: v1 };
}

const knownLogoutResponse = known([62]);
export function decodeLogoutResponse(c: Reader): t.LogoutResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownLogoutResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  if (c.name !== END) c.close(knownLogoutResponse);
  return { outcome: v1 };
}

const knownLogout = known([]);
export function decodeLogout(c: Reader): t.Logout {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== END) c.close(knownLogout);
  return {  };
}

const knownSessionHeader = known([71]);
export function decodeSessionHeader(c: Reader): t.SessionHeader {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 71) c.expect(71, knownSessionHeader, 'sessionId');
  const v1 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownSessionHeader);
  return { sessionId: v1 };
}

const knownLoginResponse = known([62, 71, 72]);
export function decodeLoginResponse(c: Reader): t.LoginResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 62) c.expect(62, knownLoginResponse, 'outcome');
  const v1 = decodeOutcome(c);
  c.next();
  if (c.name !== 71) c.expect(71, knownLoginResponse, 'sessionId');
  const v2 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 72) c.expect(72, knownLoginResponse, 'idleSeconds');
  const v3 = (c.isNil() ? c.nil() : c.scalar(s.int));
  c.next();
  if (c.name !== END) c.close(knownLoginResponse);
  return { outcome: v1, sessionId: v2, idleSeconds: v3 };
}

const knownLogin = known([73, 74]);
export function decodeLogin(c: Reader): t.Login {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 73) c.expect(73, knownLogin, 'user');
  const v1 = c.plainString();
  c.next();
  if (c.name !== 74) c.expect(74, knownLogin, 'password');
  const v2 = c.plainString();
  c.next();
  if (c.name !== END) c.close(knownLogin);
  return { user: v1, password: v2 };
}
