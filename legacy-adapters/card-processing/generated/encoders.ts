// Made from card-processing.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, s } from '../../xml/codec/generated.ts';
import * as x from './scalars.ts';
import type * as t from './types.ts';

export function encodeAmount(w: DocumentWriter, value: t.Amount): void {
  w.object('Amount', value);
  w.scalarAttribute('currency', x.scalarCurrencyCode, value.currency);
  w.content();
  w.scalarText('Amount', s.decimal, value.value);
}

export function encodeCard(w: DocumentWriter, value: t.Card): void {
  w.object('Card', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:maskedPan', s.string, value.maskedPan);
  w.scalar('n0:network', x.scalarNetwork, value.network);
  w.scalar('n0:holderId', s.long, value.holderId);
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:accountOwnerId', s.long, value.accountOwnerId);
  if (value.embossedName === null) w.nilElement('n0:embossedName');
  else {
    w.scalar('n0:embossedName', s.string, value.embossedName);
  }
  w.scalar('n0:expires', s.gYearMonth, value.expires);
}

export function encodeAnyCard(w: DocumentWriter, value: t.AnyCard): void {
  w.object('Card', value);
  switch (value.$type) {
    case 'DebitCard':
      w.attribute('xsi:type', 'n0:DebitCard');
      encodeDebitCard(w, value);
      break;
    case 'CreditCard':
      w.attribute('xsi:type', 'n0:CreditCard');
      encodeCreditCard(w, value);
      break;
    case 'VirtualCard':
      w.attribute('xsi:type', 'n0:VirtualCard');
      encodeVirtualCard(w, value);
      break;
    default:
      throw w.wrong('Card');
  }
}

export function encodeDebitCard(w: DocumentWriter, value: t.DebitCard): void {
  w.object('DebitCard', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:maskedPan', s.string, value.maskedPan);
  w.scalar('n0:network', x.scalarNetwork, value.network);
  w.scalar('n0:holderId', s.long, value.holderId);
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:accountOwnerId', s.long, value.accountOwnerId);
  if (value.embossedName === null) w.nilElement('n0:embossedName');
  else {
    w.scalar('n0:embossedName', s.string, value.embossedName);
  }
  w.scalar('n0:expires', s.gYearMonth, value.expires);
  w.scalar('n0:contactless', s.boolean, value.contactless);
}

export function encodeCreditCard(w: DocumentWriter, value: t.CreditCard): void {
  w.object('CreditCard', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:maskedPan', s.string, value.maskedPan);
  w.scalar('n0:network', x.scalarNetwork, value.network);
  w.scalar('n0:holderId', s.long, value.holderId);
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:accountOwnerId', s.long, value.accountOwnerId);
  if (value.embossedName === null) w.nilElement('n0:embossedName');
  else {
    w.scalar('n0:embossedName', s.string, value.embossedName);
  }
  w.scalar('n0:expires', s.gYearMonth, value.expires);
  w.start('n0:creditLimit');
  encodeAmount(w, value.creditLimit);
  w.end('n0:creditLimit');
  if (value.paymentDueOn === null) w.nilElement('n0:paymentDueOn');
  else {
    w.scalar('n0:paymentDueOn', s.date, value.paymentDueOn);
  }
}

export function encodeVirtualCard(w: DocumentWriter, value: t.VirtualCard): void {
  w.object('VirtualCard', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:maskedPan', s.string, value.maskedPan);
  w.scalar('n0:network', x.scalarNetwork, value.network);
  w.scalar('n0:holderId', s.long, value.holderId);
  w.scalar('n0:accountId', s.long, value.accountId);
  w.scalar('n0:accountOwnerId', s.long, value.accountOwnerId);
  if (value.embossedName === null) w.nilElement('n0:embossedName');
  else {
    w.scalar('n0:embossedName', s.string, value.embossedName);
  }
  w.scalar('n0:expires', s.gYearMonth, value.expires);
  w.scalar('n0:singleUse', s.boolean, value.singleUse);
}

export function encodeCardStatus(w: DocumentWriter, value: t.CardStatus): void {
  w.object('CardStatus', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:code', x.scalarStatusCode, value.code);
  w.scalar('n0:changedAt', s.dateTime, value.changedAt);
}

export function encodeCardLimit(w: DocumentWriter, value: t.CardLimit): void {
  w.object('CardLimit', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:kind', x.scalarLimitKind, value.kind);
  w.start('n0:limit');
  encodeAmount(w, value.limit);
  w.end('n0:limit');
  w.start('n0:used');
  encodeAmount(w, value.used);
  w.end('n0:used');
}

export function encodeUnlockCardResponse(w: DocumentWriter, value: t.UnlockCardResponse): void {
  w.object('UnlockCardResponse', value);
  w.content();
  w.start('n0:status');
  encodeCardStatus(w, value.status);
  w.end('n0:status');
}

export function encodeUnlockCard(w: DocumentWriter, value: t.UnlockCard): void {
  w.object('UnlockCard', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:reference', x.scalarReference, value.reference);
}

export function encodeRefusal(w: DocumentWriter, value: t.Refusal): void {
  w.object('Refusal', value);
  w.content();
  w.scalar('n0:reason', x.scalarRefusalReason, value.reason);
}

export function encodeLockCardResponse(w: DocumentWriter, value: t.LockCardResponse): void {
  w.object('LockCardResponse', value);
  w.content();
  w.start('n0:status');
  encodeCardStatus(w, value.status);
  w.end('n0:status');
}

export function encodeLockCard(w: DocumentWriter, value: t.LockCard): void {
  w.object('LockCard', value);
  w.content();
  w.scalar('n0:cardToken', s.long, value.cardToken);
  w.scalar('n0:reference', x.scalarReference, value.reference);
}

export function encodeGetCardLimitsResponse(w: DocumentWriter, value: t.GetCardLimitsResponse): void {
  w.object('GetCardLimitsResponse', value);
  w.content();
  w.count('limit', value.limit, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.limit) {
    w.start('n0:limit');
    encodeCardLimit(w, v1);
    w.end('n0:limit');
  }
}

export function encodeGetCardLimits(w: DocumentWriter, value: t.GetCardLimits): void {
  w.object('GetCardLimits', value);
  w.content();
  w.count('cardToken', value.cardToken, 0, 500);
  for (const v1 of value.cardToken) {
    w.scalar('n0:cardToken', s.long, v1);
  }
}

export function encodeGetCardStatusesResponse(w: DocumentWriter, value: t.GetCardStatusesResponse): void {
  w.object('GetCardStatusesResponse', value);
  w.content();
  w.count('status', value.status, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.status) {
    w.start('n0:status');
    encodeCardStatus(w, v1);
    w.end('n0:status');
  }
}

export function encodeGetCardStatuses(w: DocumentWriter, value: t.GetCardStatuses): void {
  w.object('GetCardStatuses', value);
  w.content();
  w.count('cardToken', value.cardToken, 0, 500);
  for (const v1 of value.cardToken) {
    w.scalar('n0:cardToken', s.long, v1);
  }
}

export function encodeGetCardsResponse(w: DocumentWriter, value: t.GetCardsResponse): void {
  w.object('GetCardsResponse', value);
  w.content();
  w.count('card', value.card, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.card) {
    w.start('n0:card');
    encodeAnyCard(w, v1);
    w.end('n0:card');
  }
}

export function encodeGetCards(w: DocumentWriter, value: t.GetCards): void {
  w.object('GetCards', value);
  w.content();
  w.count('cardToken', value.cardToken, 0, 500);
  for (const v1 of value.cardToken) {
    w.scalar('n0:cardToken', s.long, v1);
  }
}

export function encodeGetCardsByHoldersResponse(w: DocumentWriter, value: t.GetCardsByHoldersResponse): void {
  w.object('GetCardsByHoldersResponse', value);
  w.content();
  w.count('card', value.card, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.card) {
    w.start('n0:card');
    encodeAnyCard(w, v1);
    w.end('n0:card');
  }
}

export function encodeGetCardsByHolders(w: DocumentWriter, value: t.GetCardsByHolders): void {
  w.object('GetCardsByHolders', value);
  w.content();
  w.count('holderId', value.holderId, 0, 500);
  for (const v1 of value.holderId) {
    w.scalar('n0:holderId', s.long, v1);
  }
}

export function encodeGetCardsByAccountsResponse(w: DocumentWriter, value: t.GetCardsByAccountsResponse): void {
  w.object('GetCardsByAccountsResponse', value);
  w.content();
  w.count('card', value.card, 0, Number.POSITIVE_INFINITY);
  for (const v1 of value.card) {
    w.start('n0:card');
    encodeAnyCard(w, v1);
    w.end('n0:card');
  }
}

export function encodeGetCardsByAccounts(w: DocumentWriter, value: t.GetCardsByAccounts): void {
  w.object('GetCardsByAccounts', value);
  w.content();
  w.count('accountId', value.accountId, 0, 500);
  for (const v1 of value.accountId) {
    w.scalar('n0:accountId', s.long, v1);
  }
}
