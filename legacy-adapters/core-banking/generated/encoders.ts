// Made from core-banking.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

export function encodeOutcome(w: DocumentWriter, value: t.Outcome): void {
  w.object('Outcome', value);
  w.content();
  w.scalar('n0:resultCode', s.int, value.resultCode);
  if (value.resultText === null) w.nilElement('n0:resultText');
  else {
    w.scalar('n0:resultText', s.string, value.resultText);
  }
}

export function encodeCustomer(w: DocumentWriter, value: t.Customer): void {
  w.object('Customer', value);
  w.content();
  w.scalar('n0:customerId', s.long, value.customerId);
  w.scalar('n0:lastName', s.string, value.lastName);
  w.scalar('n0:firstName', s.string, value.firstName);
  if (value.middleName === null) w.nilElement('n0:middleName');
  else {
    w.scalar('n0:middleName', s.string, value.middleName);
  }
  if (value.phone === null) w.nilElement('n0:phone');
  else {
    w.scalar('n0:phone', s.string, value.phone);
  }
  if (value.taxNumber === null) w.nilElement('n0:taxNumber');
  else {
    w.scalar('n0:taxNumber', s.string, value.taxNumber);
  }
  w.scalar('n0:birthDate', s.date, value.birthDate);
  w.scalar('n0:languageCode', s.string, value.languageCode);
}

export function encodeAccount(w: DocumentWriter, value: t.Account): void {
  w.object('Account', value);
  w.content();
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:customerId', s.long, value.customerId);
  w.scalar('n0:productCode', s.string, value.productCode);
  w.scalar('n0:productName', s.string, value.productName);
  w.scalar('n0:currency', x.scalarCurrencyCode, value.currency);
  w.scalar('n0:openedOn', s.date, value.openedOn);
  if (value.closedOn === null) w.nilElement('n0:closedOn');
  else {
    w.scalar('n0:closedOn', s.date, value.closedOn);
  }
}

export function encodeBalance(w: DocumentWriter, value: t.Balance): void {
  w.object('Balance', value);
  w.content();
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:booked', s.decimal, value.booked);
  w.scalar('n0:available', s.decimal, value.available);
  w.scalar('n0:currency', x.scalarCurrencyCode, value.currency);
  w.scalar('n0:asOf', s.dateTime, value.asOf);
}

export function encodeStatementQuery(w: DocumentWriter, value: t.StatementQuery): void {
  w.object('StatementQuery', value);
  w.content();
  w.scalar('n0:accountId', s.long, value.accountId);
  if (value.postedFrom !== undefined) {
    w.scalar('n0:postedFrom', s.date, value.postedFrom);
  }
  if (value.postedTo !== undefined) {
    w.scalar('n0:postedTo', s.date, value.postedTo);
  }
  if (value.amountFrom !== undefined) {
    w.scalar('n0:amountFrom', s.decimal, value.amountFrom);
  }
  if (value.amountTo !== undefined) {
    w.scalar('n0:amountTo', s.decimal, value.amountTo);
  }
  if (value.text !== undefined) {
    w.scalar('n0:text', s.string, value.text);
  }
  if (value.afterEntryId !== undefined) {
    w.scalar('n0:afterEntryId', s.long, value.afterEntryId);
  }
  w.scalar('n0:pageSize', s.int, value.pageSize);
}

export function encodeStatementEntry(w: DocumentWriter, value: t.StatementEntry): void {
  w.object('StatementEntry', value);
  w.content();
  w.scalar('n0:entryId', s.long, value.entryId);
  w.scalar('n0:postedOn', s.date, value.postedOn);
  w.scalar('n0:bookedAt', s.dateTime, value.bookedAt);
  w.scalar('n0:amount', s.decimal, value.amount);
  w.scalar('n0:currency', x.scalarCurrencyCode, value.currency);
  if (value.balanceAfter === null) w.nilElement('n0:balanceAfter');
  else {
    w.scalar('n0:balanceAfter', s.decimal, value.balanceAfter);
  }
  w.scalar('n0:description', s.string, value.description);
  if (value.counterparty === null) w.nilElement('n0:counterparty');
  else {
    w.scalar('n0:counterparty', s.string, value.counterparty);
  }
  w.scalar('n0:status', x.scalarEntryStatus, value.status);
  w.scalar('n0:typeCode', s.string, value.typeCode);
  if (value.mcc === null) w.nilElement('n0:mcc');
  else {
    w.scalar('n0:mcc', s.string, value.mcc);
  }
  if (value.merchantName === null) w.nilElement('n0:merchantName');
  else {
    w.scalar('n0:merchantName', s.string, value.merchantName);
  }
  if (value.maskedPan === null) w.nilElement('n0:maskedPan');
  else {
    w.scalar('n0:maskedPan', s.string, value.maskedPan);
  }
}

export function encodeAccountEntry(w: DocumentWriter, value: t.AccountEntry): void {
  w.object('AccountEntry', value);
  w.content();
  w.scalar('n0:accountId', s.long, value.accountId);
  w.start('n0:entry');
  encodeStatementEntry(w, value.entry);
  w.end('n0:entry');
}

export function encodeStatementPage(w: DocumentWriter, value: t.StatementPage): void {
  w.object('StatementPage', value);
  w.content();
  w.scalar('n0:accountId', s.long, value.accountId);
  w.count('entry', value.entry, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.entry) {
    w.start('n0:entry');
    encodeStatementEntry(w, v1);
    w.end('n0:entry');
  }
  w.scalar('n0:hasMore', s.boolean, value.hasMore);
}

export function encodeRequisites(w: DocumentWriter, value: t.Requisites): void {
  w.object('Requisites', value);
  w.content();
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:iban', s.string, value.iban);
  w.scalar('n0:bankName', s.string, value.bankName);
  w.scalar('n0:bankCode', s.string, value.bankCode);
  if (value.bic === null) w.nilElement('n0:bic');
  else {
    w.scalar('n0:bic', s.string, value.bic);
  }
  w.scalar('n0:recipientName', s.string, value.recipientName);
  if (value.recipientTaxNumber === null) w.nilElement('n0:recipientTaxNumber');
  else {
    w.scalar('n0:recipientTaxNumber', s.string, value.recipientTaxNumber);
  }
}

export function encodeExchangeRate(w: DocumentWriter, value: t.ExchangeRate): void {
  w.object('ExchangeRate', value);
  w.content();
  w.scalar('n0:currency', x.scalarCurrencyCode, value.currency);
  w.scalar('n0:quoteCurrency', x.scalarCurrencyCode, value.quoteCurrency);
  w.scalar('n0:units', s.int, value.units);
  w.scalar('n0:buy', s.decimal, value.buy);
  w.scalar('n0:sell', s.decimal, value.sell);
  w.scalar('n0:setAt', s.dateTime, value.setAt);
}

export function encodeGetExchangeRatesResponse(w: DocumentWriter, value: t.GetExchangeRatesResponse): void {
  w.object('GetExchangeRatesResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('rate', value.rate, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.rate) {
    w.start('n0:rate');
    encodeExchangeRate(w, v1);
    w.end('n0:rate');
  }
}

export function encodeGetExchangeRates(w: DocumentWriter, value: t.GetExchangeRates): void {
  w.object('GetExchangeRates', value);
  w.content();
}

export function encodeGetRequisitesResponse(w: DocumentWriter, value: t.GetRequisitesResponse): void {
  w.object('GetRequisitesResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('requisites', value.requisites, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.requisites) {
    w.start('n0:requisites');
    encodeRequisites(w, v1);
    w.end('n0:requisites');
  }
}

export function encodeGetRequisites(w: DocumentWriter, value: t.GetRequisites): void {
  w.object('GetRequisites', value);
  w.content();
  w.count('accountId', value.accountId, 0, 500);
  for (const v1 of value.accountId) {
    w.scalar('n0:accountId', s.long, v1);
  }
}

export function encodeGetStatementEntriesResponse(w: DocumentWriter, value: t.GetStatementEntriesResponse): void {
  w.object('GetStatementEntriesResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('found', value.found, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.found) {
    w.start('n0:found');
    encodeAccountEntry(w, v1);
    w.end('n0:found');
  }
}

export function encodeGetStatementEntries(w: DocumentWriter, value: t.GetStatementEntries): void {
  w.object('GetStatementEntries', value);
  w.content();
  w.count('entryId', value.entryId, 0, 500);
  for (const v1 of value.entryId) {
    w.scalar('n0:entryId', s.long, v1);
  }
}

export function encodeGetStatementsResponse(w: DocumentWriter, value: t.GetStatementsResponse): void {
  w.object('GetStatementsResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('page', value.page, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.page) {
    w.start('n0:page');
    encodeStatementPage(w, v1);
    w.end('n0:page');
  }
}

export function encodeGetStatements(w: DocumentWriter, value: t.GetStatements): void {
  w.object('GetStatements', value);
  w.content();
  w.count('query', value.query, 0, 500);
  for (const v1 of value.query) {
    w.start('n0:query');
    encodeStatementQuery(w, v1);
    w.end('n0:query');
  }
}

export function encodeGetBalancesResponse(w: DocumentWriter, value: t.GetBalancesResponse): void {
  w.object('GetBalancesResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('balance', value.balance, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.balance) {
    w.start('n0:balance');
    encodeBalance(w, v1);
    w.end('n0:balance');
  }
}

export function encodeGetBalances(w: DocumentWriter, value: t.GetBalances): void {
  w.object('GetBalances', value);
  w.content();
  w.count('accountId', value.accountId, 0, 500);
  for (const v1 of value.accountId) {
    w.scalar('n0:accountId', s.long, v1);
  }
}

export function encodeGetAccountsResponse(w: DocumentWriter, value: t.GetAccountsResponse): void {
  w.object('GetAccountsResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('account', value.account, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.account) {
    w.start('n0:account');
    encodeAccount(w, v1);
    w.end('n0:account');
  }
}

export function encodeGetAccounts(w: DocumentWriter, value: t.GetAccounts): void {
  w.object('GetAccounts', value);
  w.content();
  w.count('accountId', value.accountId, 0, 500);
  for (const v1 of value.accountId) {
    w.scalar('n0:accountId', s.long, v1);
  }
}

export function encodeGetAccountsByCustomersResponse(w: DocumentWriter, value: t.GetAccountsByCustomersResponse): void {
  w.object('GetAccountsByCustomersResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('account', value.account, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.account) {
    w.start('n0:account');
    encodeAccount(w, v1);
    w.end('n0:account');
  }
}

export function encodeGetAccountsByCustomers(w: DocumentWriter, value: t.GetAccountsByCustomers): void {
  w.object('GetAccountsByCustomers', value);
  w.content();
  w.count('customerId', value.customerId, 0, 500);
  for (const v1 of value.customerId) {
    w.scalar('n0:customerId', s.long, v1);
  }
}

export function encodeFindCustomerByTaxNumberResponse(w: DocumentWriter, value: t.FindCustomerByTaxNumberResponse): void {
  w.object('FindCustomerByTaxNumberResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  if (value.customer !== undefined) {
    w.start('n0:customer');
    encodeCustomer(w, value.customer);
    w.end('n0:customer');
  }
}

export function encodeFindCustomerByTaxNumber(w: DocumentWriter, value: t.FindCustomerByTaxNumber): void {
  w.object('FindCustomerByTaxNumber', value);
  w.content();
  w.scalar('n0:taxNumber', s.string, value.taxNumber);
}

export function encodeFindCustomerByPhoneResponse(w: DocumentWriter, value: t.FindCustomerByPhoneResponse): void {
  w.object('FindCustomerByPhoneResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  if (value.customer !== undefined) {
    w.start('n0:customer');
    encodeCustomer(w, value.customer);
    w.end('n0:customer');
  }
}

export function encodeFindCustomerByPhone(w: DocumentWriter, value: t.FindCustomerByPhone): void {
  w.object('FindCustomerByPhone', value);
  w.content();
  w.scalar('n0:phone', s.string, value.phone);
}

export function encodeGetCustomersResponse(w: DocumentWriter, value: t.GetCustomersResponse): void {
  w.object('GetCustomersResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  w.count('customer', value.customer, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.customer) {
    w.start('n0:customer');
    encodeCustomer(w, v1);
    w.end('n0:customer');
  }
}

export function encodeGetCustomers(w: DocumentWriter, value: t.GetCustomers): void {
  w.object('GetCustomers', value);
  w.content();
  w.count('customerId', value.customerId, 0, 500);
  for (const v1 of value.customerId) {
    w.scalar('n0:customerId', s.long, v1);
  }
}

export function encodeLogoutResponse(w: DocumentWriter, value: t.LogoutResponse): void {
  w.object('LogoutResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
}

export function encodeLogout(w: DocumentWriter, value: t.Logout): void {
  w.object('Logout', value);
  w.content();
}

export function encodeSessionHeader(w: DocumentWriter, value: t.SessionHeader): void {
  w.object('SessionHeader', value);
  w.content();
  w.scalar('n0:sessionId', s.string, value.sessionId);
}

export function encodeLoginResponse(w: DocumentWriter, value: t.LoginResponse): void {
  w.object('LoginResponse', value);
  w.content();
  w.start('n0:outcome');
  encodeOutcome(w, value.outcome);
  w.end('n0:outcome');
  if (value.sessionId === null) w.nilElement('n0:sessionId');
  else {
    w.scalar('n0:sessionId', s.string, value.sessionId);
  }
  if (value.idleSeconds === null) w.nilElement('n0:idleSeconds');
  else {
    w.scalar('n0:idleSeconds', s.int, value.idleSeconds);
  }
}

export function encodeLogin(w: DocumentWriter, value: t.Login): void {
  w.object('Login', value);
  w.content();
  w.scalar('n0:user', s.string, value.user);
  w.scalar('n0:password', s.string, value.password);
}
