import { CombinedError } from '@urql/core';
import { describe, expect, it } from 'vitest';
import { failureOf, failureOfChange } from './failure.ts';

const answered = (...codes: string[]) =>
  new CombinedError({ graphQLErrors: codes.map((code) => ({ message: code, extensions: { code } })) });
const lost = new CombinedError({ networkError: new TypeError('Failed to fetch') });

describe('a change whose outcome', () => {
  it.each([
    ['the bank does not know', answered('OUTCOME_UNKNOWN')],
    ['was lost with the reply', lost],
    ['came too late', answered('UPSTREAM_TIMEOUT')],
    ['could not be read', answered('UPSTREAM_MALFORMED')],
    ['was lost by a fault of the bank’s own', answered('INTERNAL')],
    ['is told by a code that this page does not know', answered('SOMETHING_NEW')],
    ['is told in two ways', answered('FORBIDDEN', 'OUTCOME_UNKNOWN')],
    ['is told without a code', new CombinedError({ graphQLErrors: [{ message: 'No.' }] })],
  ])('%s is not known', (_, error) => expect(failureOfChange(error)).toBe('unknown'));

  it.each([
    ['OVERLOADED', 'busy'],
    ['LIMITED', 'busy'],
    ['FORBIDDEN', 'forbidden'],
    ['UPSTREAM_UNAVAILABLE', 'unavailable'],
    ['UPSTREAM_REFUSED', 'unavailable'],
    ['BAD_USER_INPUT', 'broken'],
  ] as const)('the bank tells by %s was not brought about', (code, failure) => expect(failureOfChange(answered(code))).toBe(failure));
});

it('a read that failed has changed nothing', () => {
  expect(failureOf(lost)).toBe('offline');
  expect(failureOf(answered('UPSTREAM_TIMEOUT'))).toBe('unavailable');
  expect(failureOf(answered('OUTCOME_UNKNOWN'))).toBe('unknown');
});
