import { Client, CombinedError, fetchExchange, mapExchange } from '@urql/core';
import { type Cache, cacheExchange } from '@urql/exchange-graphcache';
import type { Locale } from '../language/locale.ts';
import type { Session } from '../session/session.ts';
import { codesOf } from './failure.ts';
import { keepKnown } from './keep-known.ts';

const cardRefusals = ['CardNotFound', 'CardClosed', 'CardExpired', 'CardBlockedByBank'];
const payeeRefusals = ['PayeeFieldInvalid', 'PayeeExists', 'PayeeLimitReached', 'PayeeNotFound'];
const cardTypes = ['DebitCard', 'CreditCard', 'VirtualCard'];
const withoutId = () => null;
/** The gateway answers within its own deadline of 10 s: what comes no sooner than this was lost on the way. */
const answerMsMax = 20_000;

/** Asks the gateway as the signed-in customer, in the reader's language, and keeps each entity once, whatever operation brought it. */
export function createGraphClient(session: Session, locale: () => Locale): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError(error) {
          if (codesOf(error).has('UNAUTHENTICATED')) session.end();
        },
      }),
      cacheExchange({
        keys: {
          ExchangeRate: ({ currency }) => (typeof currency === 'string' ? currency : null),
          Money: withoutId,
          BankDetails: withoutId,
          CardLimit: withoutId,
          TransactionConnection: withoutId,
          TransactionEdge: withoutId,
          PageInfo: withoutId,
          PayeeConnection: withoutId,
          PayeeEdge: withoutId,
          PayeePhone: withoutId,
          PayeeBankAccount: withoutId,
          PayeeCard: withoutId,
          NoticeConnection: withoutId,
          NoticeEdge: withoutId,
          Merchant: withoutId,
          MonthlySpending: withoutId,
          CategorySpending: withoutId,
        },
        possibleTypes: {
          Card: cardTypes,
          Refusal: [...cardRefusals, ...payeeRefusals, 'NoticeNotFound'],
          LockCardResult: ['LockCardSuccess', ...cardRefusals],
          UnlockCardResult: ['UnlockCardSuccess', ...cardRefusals],
          CreatePayeeResult: ['CreatePayeeSuccess', ...payeeRefusals],
          RenamePayeeResult: ['RenamePayeeSuccess', ...payeeRefusals],
          MarkNoticesReadResult: ['MarkNoticesReadSuccess', 'NoticeNotFound'],
          RemovePayeeResult: ['RemovePayeeSuccess', ...payeeRefusals],
        },
        updates: {
          Mutation: {
            createPayee: (_result, _variables, cache) => forget('payees', cache),
            removePayee: (_result, _variables, cache) => forget('payees', cache),
          },
        },
        optimistic: {
          lockCard: (variables, cache) => optimisticCard('LockCardSuccess', 'LOCKED', variables, cache),
          unlockCard: (variables, cache) => optimisticCard('UnlockCardSuccess', 'ACTIVE', variables, cache),
        },
      }),
      mapExchange({
        onResult(result) {
          const { data, error } = result;
          if (error === undefined || data === undefined || data === null) return result;
          const kept = keepKnown(
            data,
            error.graphQLErrors.map(({ message, path, extensions }) => ({ message, path, extensions })),
          );
          return { ...result, data: kept.data, error: new CombinedError({ graphQLErrors: [...kept.errors] }) };
        },
      }),
      fetchExchange,
    ],
    async fetch(input, init) {
      const headers = new Headers(init?.headers);
      headers.set('accept-language', locale());
      const token = await session.freshToken();
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      const inTime = AbortSignal.timeout(answerMsMax);
      const signal = init?.signal ? AbortSignal.any([init.signal, inTime]) : inTime;
      return fetch(input, { ...init, headers, signal });
    },
  });
}

/** A list of the customer's that has changed is asked for anew, and shown as it was until it comes. */
function forget(field: string, cache: Cache): void {
  const me = cache.resolve('Query', 'me');
  if (typeof me !== 'string') return;
  for (const { fieldKey, fieldName } of cache.inspectFields(me)) if (fieldName === field) cache.invalidate(me, fieldKey);
}

interface Reader {
  resolve(entity: { __typename: string; id: string }, field: string): unknown;
}

/** What the card will be if the bank agrees; a refusal or a failure takes it back. */
function optimisticCard(__typename: string, status: string, variables: object, cache: Reader): { __typename: string } | null {
  const { input } = variables as { input: { cardId: string } };
  const id = input.cardId;
  const cardType = cardTypes.find((name) => cache.resolve({ __typename: name, id }, 'id') === id);
  return cardType === undefined ? null : ({ __typename, card: { __typename: cardType, id, status } } as { __typename: string });
}
