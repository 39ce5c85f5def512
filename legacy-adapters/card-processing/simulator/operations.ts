import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';
import { type SoapFault, soap12Fault } from '#legacy-adapters/simulation/soap-fault.ts';
import { longOf, longsOf, textOf } from '#legacy-adapters/simulation/soap-input.ts';
import type { World, WorldCard } from '#legacy-adapters/simulation/world.ts';
import type { CardStore, RefusalReason } from './card-store.ts';

const namespace = 'urn:portico:card-processing:v2';
const idsMax = 500;
const referenceLengthMax = 64;

/** The keys of each answer stand in the order of the WSDL. */
export function createOperations(world: World, store: CardStore): Readonly<Record<string, Operation>> {
  const cards = new Map(world.cards.map((card) => [card.cardToken, card]));
  const cardsOfAccount = Map.groupBy(world.cards, (card) => card.accountId);
  const cardsOfHolder = Map.groupBy(world.cards, (card) => card.holderId);

  /** A read of many by their ids: those that are unknown are absent, and the order is not the request's. */
  function batch(idElement: string, answerElement: string, find: (id: string) => readonly object[]): Operation {
    return (input) => {
      const ids = longsOf(input, idElement, idsMax);
      if (ids === undefined) throw invalidRequest(`${idElement}: at most ${idsMax} of xs:long`);
      return { [answerElement]: ids.flatMap(find).reverse() };
    };
  }

  function change(to: 'A' | 'L'): Operation {
    return (input) => {
      const cardToken = longOf(input, 'cardToken');
      const reference = textOf(input, 'reference');
      if (cardToken === undefined) throw invalidRequest('cardToken: one xs:long');
      if (!reference || reference.length > referenceLengthMax) throw invalidRequest(`reference: 1 to ${referenceLengthMax} characters`);
      const result = store.change(cardToken, to, reference);
      if ('refused' in result) throw refusal(result.refused);
      return { status: { ...result } };
    };
  }

  const oneCard = (read: (card: WorldCard) => readonly object[]) => (token: string) => {
    const card = cards.get(token);
    return card === undefined ? [] : read(card);
  };

  return {
    GetCardsByAccounts: batch('accountId', 'card', (id) => (cardsOfAccount.get(id) ?? []).map(toCard)),
    GetCardsByHolders: batch('holderId', 'card', (id) => (cardsOfHolder.get(id) ?? []).map(toCard)),
    GetCards: batch(
      'cardToken',
      'card',
      oneCard((card) => [toCard(card)]),
    ),
    GetCardStatuses: batch('cardToken', 'status', (token) => {
      const status = store.status(token);
      return status === undefined ? [] : [{ ...status }];
    }),
    GetCardLimits: batch('cardToken', 'limit', oneCard(toLimits)),
    LockCard: change('L'),
    UnlockCard: change('A'),
  };
}

function toCard(card: WorldCard): object {
  const { cardToken, maskedPan, network, holderId, accountId, accountOwnerId, embossedName, expires } = card;
  const base = { cardToken, maskedPan, network, holderId, accountId, accountOwnerId, embossedName, expires };
  switch (card.kind) {
    case 'debit':
      return { attributes: { 'xsi:type': 'tns:DebitCard' }, ...base, contactless: String(card.contactless) };
    case 'credit': {
      const creditLimit = toAmount(card.creditLimit, card.currency);
      return { attributes: { 'xsi:type': 'tns:CreditCard' }, ...base, creditLimit, paymentDueOn: card.paymentDueOn };
    }
    case 'virtual':
      return { attributes: { 'xsi:type': 'tns:VirtualCard' }, ...base, singleUse: String(card.singleUse) };
  }
}

function toLimits({ cardToken, currency, limits }: WorldCard): object[] {
  return limits.map(({ kind, limit, used }) => ({ cardToken, kind, limit: toAmount(limit, currency), used: toAmount(used, currency) }));
}

function toAmount(amount: string, currency: string): object {
  return { attributes: { currency }, $value: amount };
}

function refusal(reason: RefusalReason): SoapFault {
  const detail = { 'tns:Refusal': { attributes: { 'xmlns:tns': namespace }, 'tns:reason': reason } };
  return soap12Fault('caller', 'The change was refused', { prefix: 'tns', namespace, name: 'Refused' }, detail);
}

function invalidRequest(why: string): SoapFault {
  return soap12Fault('caller', `The request is not valid: ${why}`, { prefix: 'tns', namespace, name: 'InvalidRequest' });
}
