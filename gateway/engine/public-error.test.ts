import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isInternal, toPublicError } from './public-error.ts';

const secret = 'the table "customers" at db-7.bank is gone';

describe('what of an error leaves the bank', () => {
  it.each([
    ['a fault without a code', {}],
    ['a fault that a subgraph calls INTERNAL', { code: 'INTERNAL' }],
    ['a fault of the GraphQL server', { code: 'INTERNAL_SERVER_ERROR' }],
    ['a code that nobody knows', { code: 'DATABASE_GONE' }],
    ['a code that is none', { code: 42 }],
  ])('of %s only that it was one', (_what, extensions) => {
    const error = { message: secret, path: ['me', 'cards'], extensions: { ...extensions, stacktrace: [secret], exception: { secret } } };
    expect(toPublicError(error)).toEqual({
      message: 'Something went wrong on our side.',
      path: ['me', 'cards'],
      extensions: { code: 'INTERNAL' },
    });
  });

  it('of what a subgraph says to the client: its code, its words and its place, and no other extension', () => {
    const error = {
      message: 'Log in first.',
      path: ['me'],
      extensions: { code: 'UNAUTHENTICATED', serviceName: 'customers', http: { status: 401 } },
    };
    expect(toPublicError(error)).toEqual({ message: 'Log in first.', path: ['me'], extensions: { code: 'UNAUTHENTICATED' } });
  });

  it.each(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'BAD_USER_INPUT'])(
    'of %s that the request is wrong, and where',
    (code) => {
      const error = { message: 'Syntax Error: Unexpected Name "a".', locations: [{ line: 1, column: 2 }], extensions: { code } };
      expect(toPublicError(error)).toEqual({ ...error, extensions: { code: 'BAD_USER_INPUT' } });
    },
  );

  it("of a persisted query that is not known the code that clients' libraries wait for", () => {
    const error = { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } };
    expect(toPublicError(error)).toEqual(error);
  });
});

it('our own log has what clients are told nothing about, and nothing else', () => {
  const of = (code?: string) => isInternal(new GraphQLError(secret, code === undefined ? {} : { extensions: { code } }));
  expect([of(), of('INTERNAL_SERVER_ERROR'), of('DATABASE_GONE')]).toEqual([true, true, true]);
  expect([of('NOT_FOUND'), of('GRAPHQL_PARSE_FAILED'), of('PERSISTED_QUERY_NOT_FOUND')]).toEqual([false, false, false]);
});
