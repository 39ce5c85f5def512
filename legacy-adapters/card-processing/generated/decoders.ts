// Made from card-processing.wsdl by `npm run wrap`; whatever is changed here is lost.
import { END, known, type Reader, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

export function decodeAmount(c: Reader): t.Amount {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}Amount');
  const v1 = c.requiredAttribute(11, x.scalarCurrencyCode);
  return { currency: v1, value: c.decimal() };
}

const knownCard = known([12, 13, 14, 15, 16, 17, 18, 19]);
export function decodeCard(c: Reader): t.Card {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}Card');
  c.next();
  if (c.name !== 12) c.expect(12, knownCard, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 13) c.expect(13, knownCard, 'maskedPan');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 14) c.expect(14, knownCard, 'network');
  const v3 = c.scalar(x.scalarNetwork);
  c.next();
  if (c.name !== 15) c.expect(15, knownCard, 'holderId');
  const v4 = c.long();
  c.next();
  if (c.name !== 16) c.expect(16, knownCard, 'accountId');
  const v5 = c.long();
  c.next();
  if (c.name !== 17) c.expect(17, knownCard, 'accountOwnerId');
  const v6 = c.long();
  c.next();
  if (c.name !== 18) c.expect(18, knownCard, 'embossedName');
  const v7 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 19) c.expect(19, knownCard, 'expires');
  const v8 = c.scalar(s.gYearMonth);
  c.next();
  if (c.name !== END) c.close(knownCard);
  return { $type: 'Card', cardToken: v1, maskedPan: v2, network: v3, holderId: v4, accountId: v5, accountOwnerId: v6, embossedName: v7, expires: v8 };
}

export function decodeAnyCard(c: Reader): t.AnyCard {
  switch (c.instanceType()) {
    case '{urn:portico:card-processing:v2}DebitCard':
      return decodeDebitCard(c);
    case '{urn:portico:card-processing:v2}CreditCard':
      return decodeCreditCard(c);
    case '{urn:portico:card-processing:v2}VirtualCard':
      return decodeVirtualCard(c);
    default:
      throw c.wrongType();
  }
}

const knownDebitCard = known([12, 13, 14, 15, 16, 17, 18, 19, 20]);
export function decodeDebitCard(c: Reader): t.DebitCard {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}DebitCard');
  c.next();
  if (c.name !== 12) c.expect(12, knownDebitCard, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 13) c.expect(13, knownDebitCard, 'maskedPan');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 14) c.expect(14, knownDebitCard, 'network');
  const v3 = c.scalar(x.scalarNetwork);
  c.next();
  if (c.name !== 15) c.expect(15, knownDebitCard, 'holderId');
  const v4 = c.long();
  c.next();
  if (c.name !== 16) c.expect(16, knownDebitCard, 'accountId');
  const v5 = c.long();
  c.next();
  if (c.name !== 17) c.expect(17, knownDebitCard, 'accountOwnerId');
  const v6 = c.long();
  c.next();
  if (c.name !== 18) c.expect(18, knownDebitCard, 'embossedName');
  const v7 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 19) c.expect(19, knownDebitCard, 'expires');
  const v8 = c.scalar(s.gYearMonth);
  c.next();
  if (c.name !== 20) c.expect(20, knownDebitCard, 'contactless');
  const v9 = c.scalar(s.boolean);
  c.next();
  if (c.name !== END) c.close(knownDebitCard);
  return { $type: 'DebitCard', cardToken: v1, maskedPan: v2, network: v3, holderId: v4, accountId: v5, accountOwnerId: v6, embossedName: v7, expires: v8, contactless: v9 };
}

const knownCreditCard = known([12, 13, 14, 15, 16, 17, 18, 19, 21, 22]);
export function decodeCreditCard(c: Reader): t.CreditCard {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}CreditCard');
  c.next();
  if (c.name !== 12) c.expect(12, knownCreditCard, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 13) c.expect(13, knownCreditCard, 'maskedPan');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 14) c.expect(14, knownCreditCard, 'network');
  const v3 = c.scalar(x.scalarNetwork);
  c.next();
  if (c.name !== 15) c.expect(15, knownCreditCard, 'holderId');
  const v4 = c.long();
  c.next();
  if (c.name !== 16) c.expect(16, knownCreditCard, 'accountId');
  const v5 = c.long();
  c.next();
  if (c.name !== 17) c.expect(17, knownCreditCard, 'accountOwnerId');
  const v6 = c.long();
  c.next();
  if (c.name !== 18) c.expect(18, knownCreditCard, 'embossedName');
  const v7 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 19) c.expect(19, knownCreditCard, 'expires');
  const v8 = c.scalar(s.gYearMonth);
  c.next();
  if (c.name !== 21) c.expect(21, knownCreditCard, 'creditLimit');
  const v9 = decodeAmount(c);
  c.next();
  if (c.name !== 22) c.expect(22, knownCreditCard, 'paymentDueOn');
  const v10 = (c.isNil() ? c.nil() : c.date());
  c.next();
  if (c.name !== END) c.close(knownCreditCard);
  return { $type: 'CreditCard', cardToken: v1, maskedPan: v2, network: v3, holderId: v4, accountId: v5, accountOwnerId: v6, embossedName: v7, expires: v8, creditLimit: v9, paymentDueOn: v10 };
}

const knownVirtualCard = known([12, 13, 14, 15, 16, 17, 18, 19, 23]);
export function decodeVirtualCard(c: Reader): t.VirtualCard {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}VirtualCard');
  c.next();
  if (c.name !== 12) c.expect(12, knownVirtualCard, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 13) c.expect(13, knownVirtualCard, 'maskedPan');
  const v2 = c.plainString();
  c.next();
  if (c.name !== 14) c.expect(14, knownVirtualCard, 'network');
  const v3 = c.scalar(x.scalarNetwork);
  c.next();
  if (c.name !== 15) c.expect(15, knownVirtualCard, 'holderId');
  const v4 = c.long();
  c.next();
  if (c.name !== 16) c.expect(16, knownVirtualCard, 'accountId');
  const v5 = c.long();
  c.next();
  if (c.name !== 17) c.expect(17, knownVirtualCard, 'accountOwnerId');
  const v6 = c.long();
  c.next();
  if (c.name !== 18) c.expect(18, knownVirtualCard, 'embossedName');
  const v7 = (c.isNil() ? c.nil() : c.plainString());
  c.next();
  if (c.name !== 19) c.expect(19, knownVirtualCard, 'expires');
  const v8 = c.scalar(s.gYearMonth);
  c.next();
  if (c.name !== 23) c.expect(23, knownVirtualCard, 'singleUse');
  const v9 = c.scalar(s.boolean);
  c.next();
  if (c.name !== END) c.close(knownVirtualCard);
  return { $type: 'VirtualCard', cardToken: v1, maskedPan: v2, network: v3, holderId: v4, accountId: v5, accountOwnerId: v6, embossedName: v7, expires: v8, singleUse: v9 };
}

const knownCardStatus = known([12, 24, 25]);
export function decodeCardStatus(c: Reader): t.CardStatus {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}CardStatus');
  c.next();
  if (c.name !== 12) c.expect(12, knownCardStatus, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 24) c.expect(24, knownCardStatus, 'code');
  const v2 = c.scalar(x.scalarStatusCode);
  c.next();
  if (c.name !== 25) c.expect(25, knownCardStatus, 'changedAt');
  const v3 = c.dateTime();
  c.next();
  if (c.name !== END) c.close(knownCardStatus);
  return { cardToken: v1, code: v2, changedAt: v3 };
}

const knownCardLimit = known([12, 26, 27, 28]);
export function decodeCardLimit(c: Reader): t.CardLimit {
  if (c.hasAttributes()) c.exact('{urn:portico:card-processing:v2}CardLimit');
  c.next();
  if (c.name !== 12) c.expect(12, knownCardLimit, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 26) c.expect(26, knownCardLimit, 'kind');
  const v2 = c.scalar(x.scalarLimitKind);
  c.next();
  if (c.name !== 27) c.expect(27, knownCardLimit, 'limit');
  const v3 = decodeAmount(c);
  c.next();
  if (c.name !== 28) c.expect(28, knownCardLimit, 'used');
  const v4 = decodeAmount(c);
  c.next();
  if (c.name !== END) c.close(knownCardLimit);
  return { cardToken: v1, kind: v2, limit: v3, used: v4 };
}

const knownUnlockCardResponse = known([29]);
export function decodeUnlockCardResponse(c: Reader): t.UnlockCardResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 29) c.expect(29, knownUnlockCardResponse, 'status');
  const v1 = decodeCardStatus(c);
  c.next();
  if (c.name !== END) c.close(knownUnlockCardResponse);
  return { status: v1 };
}

const knownUnlockCard = known([12, 30]);
export function decodeUnlockCard(c: Reader): t.UnlockCard {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 12) c.expect(12, knownUnlockCard, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 30) c.expect(30, knownUnlockCard, 'reference');
  const v2 = c.scalar(x.scalarReference);
  c.next();
  if (c.name !== END) c.close(knownUnlockCard);
  return { cardToken: v1, reference: v2 };
}

const knownRefusal = known([31]);
export function decodeRefusal(c: Reader): t.Refusal {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 31) c.expect(31, knownRefusal, 'reason');
  const v1 = c.scalar(x.scalarRefusalReason);
  c.next();
  if (c.name !== END) c.close(knownRefusal);
  return { reason: v1 };
}

const knownLockCardResponse = known([29]);
export function decodeLockCardResponse(c: Reader): t.LockCardResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 29) c.expect(29, knownLockCardResponse, 'status');
  const v1 = decodeCardStatus(c);
  c.next();
  if (c.name !== END) c.close(knownLockCardResponse);
  return { status: v1 };
}

const knownLockCard = known([12, 30]);
export function decodeLockCard(c: Reader): t.LockCard {
  if (c.hasAttributes()) c.exact('');
  c.next();
  if (c.name !== 12) c.expect(12, knownLockCard, 'cardToken');
  const v1 = c.long();
  c.next();
  if (c.name !== 30) c.expect(30, knownLockCard, 'reference');
  const v2 = c.scalar(x.scalarReference);
  c.next();
  if (c.name !== END) c.close(knownLockCard);
  return { cardToken: v1, reference: v2 };
}

const knownGetCardLimitsResponse = known([27]);
export function decodeGetCardLimitsResponse(c: Reader): t.GetCardLimitsResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardLimit)[] = [];
  while ((c.name === 27 || c.pass(knownGetCardLimitsResponse) === 27)) {
    v1.push(decodeCardLimit(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardLimitsResponse);
  return { limit: v1 };
}

export async function decodeGetCardLimitsResponseSlowly(c: Reader): Promise<t.GetCardLimitsResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardLimit)[] = [];
  while ((c.name === 27 || c.pass(knownGetCardLimitsResponse) === 27)) {
    v1.push(decodeCardLimit(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetCardLimitsResponse);
  return { limit: v1 };
}

const knownGetCardLimits = known([12]);
export function decodeGetCardLimits(c: Reader): t.GetCardLimits {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 12 || c.pass(knownGetCardLimits) === 12) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardLimits);
  return { cardToken: v1 };
}

const knownGetCardStatusesResponse = known([29]);
export function decodeGetCardStatusesResponse(c: Reader): t.GetCardStatusesResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardStatus)[] = [];
  while ((c.name === 29 || c.pass(knownGetCardStatusesResponse) === 29)) {
    v1.push(decodeCardStatus(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardStatusesResponse);
  return { status: v1 };
}

export async function decodeGetCardStatusesResponseSlowly(c: Reader): Promise<t.GetCardStatusesResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.CardStatus)[] = [];
  while ((c.name === 29 || c.pass(knownGetCardStatusesResponse) === 29)) {
    v1.push(decodeCardStatus(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetCardStatusesResponse);
  return { status: v1 };
}

const knownGetCardStatuses = known([12]);
export function decodeGetCardStatuses(c: Reader): t.GetCardStatuses {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 12 || c.pass(knownGetCardStatuses) === 12) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardStatuses);
  return { cardToken: v1 };
}

const knownGetCardsResponse = known([32]);
export function decodeGetCardsResponse(c: Reader): t.GetCardsResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.AnyCard)[] = [];
  while ((c.name === 32 || c.pass(knownGetCardsResponse) === 32)) {
    v1.push(decodeAnyCard(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardsResponse);
  return { card: v1 };
}

export async function decodeGetCardsResponseSlowly(c: Reader): Promise<t.GetCardsResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.AnyCard)[] = [];
  while ((c.name === 32 || c.pass(knownGetCardsResponse) === 32)) {
    v1.push(decodeAnyCard(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetCardsResponse);
  return { card: v1 };
}

const knownGetCards = known([12]);
export function decodeGetCards(c: Reader): t.GetCards {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 12 || c.pass(knownGetCards) === 12) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetCards);
  return { cardToken: v1 };
}

const knownGetCardsByHoldersResponse = known([32]);
export function decodeGetCardsByHoldersResponse(c: Reader): t.GetCardsByHoldersResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.AnyCard)[] = [];
  while ((c.name === 32 || c.pass(knownGetCardsByHoldersResponse) === 32)) {
    v1.push(decodeAnyCard(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardsByHoldersResponse);
  return { card: v1 };
}

export async function decodeGetCardsByHoldersResponseSlowly(c: Reader): Promise<t.GetCardsByHoldersResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.AnyCard)[] = [];
  while ((c.name === 32 || c.pass(knownGetCardsByHoldersResponse) === 32)) {
    v1.push(decodeAnyCard(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetCardsByHoldersResponse);
  return { card: v1 };
}

const knownGetCardsByHolders = known([15]);
export function decodeGetCardsByHolders(c: Reader): t.GetCardsByHolders {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 15 || c.pass(knownGetCardsByHolders) === 15) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardsByHolders);
  return { holderId: v1 };
}

const knownGetCardsByAccountsResponse = known([32]);
export function decodeGetCardsByAccountsResponse(c: Reader): t.GetCardsByAccountsResponse {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.AnyCard)[] = [];
  while ((c.name === 32 || c.pass(knownGetCardsByAccountsResponse) === 32)) {
    v1.push(decodeAnyCard(c));
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardsByAccountsResponse);
  return { card: v1 };
}

export async function decodeGetCardsByAccountsResponseSlowly(c: Reader): Promise<t.GetCardsByAccountsResponse> {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (t.AnyCard)[] = [];
  while ((c.name === 32 || c.pass(knownGetCardsByAccountsResponse) === 32)) {
    v1.push(decodeAnyCard(c));
    c.next();
    if (v1.length % 128 === 0) await c.breathe();
  }
  if (c.name !== END) c.close(knownGetCardsByAccountsResponse);
  return { card: v1 };
}

const knownGetCardsByAccounts = known([16]);
export function decodeGetCardsByAccounts(c: Reader): t.GetCardsByAccounts {
  if (c.hasAttributes()) c.exact('');
  c.next();
  const v1: (string)[] = [];
  while ((c.name === 16 || c.pass(knownGetCardsByAccounts) === 16) && v1.length < 500) {
    v1.push(c.long());
    c.next();
  }
  if (c.name !== END) c.close(knownGetCardsByAccounts);
  return { accountId: v1 };
}
