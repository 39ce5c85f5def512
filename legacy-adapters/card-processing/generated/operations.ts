// Made from card-processing.wsdl by `npm run wrap`; whatever is changed here is lost.
import { type DocumentWriter, type ElementCodec, type Reader, type SchemaCodec } from '../../xml/codec/generated.ts';
import { decodeGetCardLimits, decodeGetCardLimitsResponse, decodeGetCardLimitsResponseSlowly, decodeGetCardStatuses, decodeGetCardStatusesResponse, decodeGetCardStatusesResponseSlowly, decodeGetCards, decodeGetCardsByAccounts, decodeGetCardsByAccountsResponse, decodeGetCardsByAccountsResponseSlowly, decodeGetCardsByHolders, decodeGetCardsByHoldersResponse, decodeGetCardsByHoldersResponseSlowly, decodeGetCardsResponse, decodeGetCardsResponseSlowly, decodeLockCard, decodeLockCardResponse, decodeRefusal, decodeUnlockCard, decodeUnlockCardResponse } from './decoders.ts';
import { encodeGetCardLimits, encodeGetCardLimitsResponse, encodeGetCardStatuses, encodeGetCardStatusesResponse, encodeGetCards, encodeGetCardsByAccounts, encodeGetCardsByAccountsResponse, encodeGetCardsByHolders, encodeGetCardsByHoldersResponse, encodeGetCardsResponse, encodeLockCard, encodeLockCardResponse, encodeRefusal, encodeUnlockCard, encodeUnlockCardResponse } from './encoders.ts';
import { names } from './names.ts';
import type * as t from './types.ts';

export const schema: SchemaCodec = { names, declarations: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n0="urn:portico:card-processing:v2"' };

export const elements = {
  GetCardsByAccounts: {
    name: '{urn:portico:card-processing:v2}GetCardsByAccounts',
    id: 33,
    read: (c: Reader): t.GetCardsByAccounts => decodeGetCardsByAccounts(c),
    write: (w: DocumentWriter, value: t.GetCardsByAccounts): void => {
      w.start('n0:GetCardsByAccounts');
      encodeGetCardsByAccounts(w, value);
      w.end('n0:GetCardsByAccounts');
    },
  } satisfies ElementCodec<t.GetCardsByAccounts>,
  GetCardsByAccountsResponse: {
    name: '{urn:portico:card-processing:v2}GetCardsByAccountsResponse',
    id: 34,
    read: (c: Reader): t.GetCardsByAccountsResponse => decodeGetCardsByAccountsResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetCardsByAccountsResponse> => await decodeGetCardsByAccountsResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetCardsByAccountsResponse): void => {
      w.start('n0:GetCardsByAccountsResponse');
      encodeGetCardsByAccountsResponse(w, value);
      w.end('n0:GetCardsByAccountsResponse');
    },
  } satisfies ElementCodec<t.GetCardsByAccountsResponse>,
  GetCardsByHolders: {
    name: '{urn:portico:card-processing:v2}GetCardsByHolders',
    id: 35,
    read: (c: Reader): t.GetCardsByHolders => decodeGetCardsByHolders(c),
    write: (w: DocumentWriter, value: t.GetCardsByHolders): void => {
      w.start('n0:GetCardsByHolders');
      encodeGetCardsByHolders(w, value);
      w.end('n0:GetCardsByHolders');
    },
  } satisfies ElementCodec<t.GetCardsByHolders>,
  GetCardsByHoldersResponse: {
    name: '{urn:portico:card-processing:v2}GetCardsByHoldersResponse',
    id: 36,
    read: (c: Reader): t.GetCardsByHoldersResponse => decodeGetCardsByHoldersResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetCardsByHoldersResponse> => await decodeGetCardsByHoldersResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetCardsByHoldersResponse): void => {
      w.start('n0:GetCardsByHoldersResponse');
      encodeGetCardsByHoldersResponse(w, value);
      w.end('n0:GetCardsByHoldersResponse');
    },
  } satisfies ElementCodec<t.GetCardsByHoldersResponse>,
  GetCards: {
    name: '{urn:portico:card-processing:v2}GetCards',
    id: 37,
    read: (c: Reader): t.GetCards => decodeGetCards(c),
    write: (w: DocumentWriter, value: t.GetCards): void => {
      w.start('n0:GetCards');
      encodeGetCards(w, value);
      w.end('n0:GetCards');
    },
  } satisfies ElementCodec<t.GetCards>,
  GetCardsResponse: {
    name: '{urn:portico:card-processing:v2}GetCardsResponse',
    id: 38,
    read: (c: Reader): t.GetCardsResponse => decodeGetCardsResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetCardsResponse> => await decodeGetCardsResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetCardsResponse): void => {
      w.start('n0:GetCardsResponse');
      encodeGetCardsResponse(w, value);
      w.end('n0:GetCardsResponse');
    },
  } satisfies ElementCodec<t.GetCardsResponse>,
  GetCardStatuses: {
    name: '{urn:portico:card-processing:v2}GetCardStatuses',
    id: 39,
    read: (c: Reader): t.GetCardStatuses => decodeGetCardStatuses(c),
    write: (w: DocumentWriter, value: t.GetCardStatuses): void => {
      w.start('n0:GetCardStatuses');
      encodeGetCardStatuses(w, value);
      w.end('n0:GetCardStatuses');
    },
  } satisfies ElementCodec<t.GetCardStatuses>,
  GetCardStatusesResponse: {
    name: '{urn:portico:card-processing:v2}GetCardStatusesResponse',
    id: 40,
    read: (c: Reader): t.GetCardStatusesResponse => decodeGetCardStatusesResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetCardStatusesResponse> => await decodeGetCardStatusesResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetCardStatusesResponse): void => {
      w.start('n0:GetCardStatusesResponse');
      encodeGetCardStatusesResponse(w, value);
      w.end('n0:GetCardStatusesResponse');
    },
  } satisfies ElementCodec<t.GetCardStatusesResponse>,
  GetCardLimits: {
    name: '{urn:portico:card-processing:v2}GetCardLimits',
    id: 41,
    read: (c: Reader): t.GetCardLimits => decodeGetCardLimits(c),
    write: (w: DocumentWriter, value: t.GetCardLimits): void => {
      w.start('n0:GetCardLimits');
      encodeGetCardLimits(w, value);
      w.end('n0:GetCardLimits');
    },
  } satisfies ElementCodec<t.GetCardLimits>,
  GetCardLimitsResponse: {
    name: '{urn:portico:card-processing:v2}GetCardLimitsResponse',
    id: 42,
    read: (c: Reader): t.GetCardLimitsResponse => decodeGetCardLimitsResponse(c),
    readSlowly: async (c: Reader): Promise<t.GetCardLimitsResponse> => await decodeGetCardLimitsResponseSlowly(c),
    write: (w: DocumentWriter, value: t.GetCardLimitsResponse): void => {
      w.start('n0:GetCardLimitsResponse');
      encodeGetCardLimitsResponse(w, value);
      w.end('n0:GetCardLimitsResponse');
    },
  } satisfies ElementCodec<t.GetCardLimitsResponse>,
  LockCard: {
    name: '{urn:portico:card-processing:v2}LockCard',
    id: 43,
    read: (c: Reader): t.LockCard => decodeLockCard(c),
    write: (w: DocumentWriter, value: t.LockCard): void => {
      w.start('n0:LockCard');
      encodeLockCard(w, value);
      w.end('n0:LockCard');
    },
  } satisfies ElementCodec<t.LockCard>,
  LockCardResponse: {
    name: '{urn:portico:card-processing:v2}LockCardResponse',
    id: 44,
    read: (c: Reader): t.LockCardResponse => decodeLockCardResponse(c),
    write: (w: DocumentWriter, value: t.LockCardResponse): void => {
      w.start('n0:LockCardResponse');
      encodeLockCardResponse(w, value);
      w.end('n0:LockCardResponse');
    },
  } satisfies ElementCodec<t.LockCardResponse>,
  Refusal: {
    name: '{urn:portico:card-processing:v2}Refusal',
    id: 45,
    read: (c: Reader): t.Refusal => decodeRefusal(c),
    write: (w: DocumentWriter, value: t.Refusal): void => {
      w.start('n0:Refusal');
      encodeRefusal(w, value);
      w.end('n0:Refusal');
    },
  } satisfies ElementCodec<t.Refusal>,
  UnlockCard: {
    name: '{urn:portico:card-processing:v2}UnlockCard',
    id: 46,
    read: (c: Reader): t.UnlockCard => decodeUnlockCard(c),
    write: (w: DocumentWriter, value: t.UnlockCard): void => {
      w.start('n0:UnlockCard');
      encodeUnlockCard(w, value);
      w.end('n0:UnlockCard');
    },
  } satisfies ElementCodec<t.UnlockCard>,
  UnlockCardResponse: {
    name: '{urn:portico:card-processing:v2}UnlockCardResponse',
    id: 47,
    read: (c: Reader): t.UnlockCardResponse => decodeUnlockCardResponse(c),
    write: (w: DocumentWriter, value: t.UnlockCardResponse): void => {
      w.start('n0:UnlockCardResponse');
      encodeUnlockCardResponse(w, value);
      w.end('n0:UnlockCardResponse');
    },
  } satisfies ElementCodec<t.UnlockCardResponse>,
};

export const operations = {
  GetCardsByAccounts: {
    name: 'GetCardsByAccounts',
    actions: { '1.2': 'urn:portico:card-processing:v2/GetCardsByAccounts' },
    input: elements.GetCardsByAccounts,
    output: elements.GetCardsByAccountsResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  GetCardsByHolders: {
    name: 'GetCardsByHolders',
    actions: { '1.2': 'urn:portico:card-processing:v2/GetCardsByHolders' },
    input: elements.GetCardsByHolders,
    output: elements.GetCardsByHoldersResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  GetCards: {
    name: 'GetCards',
    actions: { '1.2': 'urn:portico:card-processing:v2/GetCards' },
    input: elements.GetCards,
    output: elements.GetCardsResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  GetCardStatuses: {
    name: 'GetCardStatuses',
    actions: { '1.2': 'urn:portico:card-processing:v2/GetCardStatuses' },
    input: elements.GetCardStatuses,
    output: elements.GetCardStatusesResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  GetCardLimits: {
    name: 'GetCardLimits',
    actions: { '1.2': 'urn:portico:card-processing:v2/GetCardLimits' },
    input: elements.GetCardLimits,
    output: elements.GetCardLimitsResponse,
    headers: [],
    faults: [],
    encoded: false,
  },
  LockCard: {
    name: 'LockCard',
    actions: { '1.2': 'urn:portico:card-processing:v2/LockCard' },
    input: elements.LockCard,
    output: elements.LockCardResponse,
    headers: [],
    faults: [elements.Refusal],
    encoded: false,
  },
  UnlockCard: {
    name: 'UnlockCard',
    actions: { '1.2': 'urn:portico:card-processing:v2/UnlockCard' },
    input: elements.UnlockCard,
    output: elements.UnlockCardResponse,
    headers: [],
    faults: [elements.Refusal],
    encoded: false,
  },
};
