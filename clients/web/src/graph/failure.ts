import type { CombinedError } from '@urql/core';

/**
 * What a person can do about it: wait for the bank's system, mend the connection, ask more slowly, look whether it was done, or
 * none of these.
 */
export type Failure = 'unavailable' | 'offline' | 'busy' | 'forbidden' | 'broken' | 'unknown';

export function codesOf(error: CombinedError): ReadonlySet<string> {
  return new Set(error.graphQLErrors.map(({ extensions }) => String(extensions.code ?? '')));
}

/** Codes by which the bank says that it has certainly changed nothing. */
const nothingDone = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'LIMITED',
  'OVERLOADED',
  'UPSTREAM_REFUSED',
  'UPSTREAM_UNAVAILABLE',
];

/** What went wrong with a read. */
export function failureOf(error: CombinedError): Failure {
  const codes = codesOf(error);
  if (codes.has('OUTCOME_UNKNOWN')) return 'unknown';
  if (['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_MALFORMED', 'UPSTREAM_REFUSED'].some((code) => codes.has(code)))
    return 'unavailable';
  if (codes.has('OVERLOADED') || codes.has('LIMITED')) return 'busy';
  if (codes.has('FORBIDDEN')) return 'forbidden';
  return error.networkError === undefined ? 'broken' : 'offline';
}

/** What went wrong with a change: `unknown` unless the bank says that it did nothing. A lost reply says nothing of the kind. */
export function failureOfChange(error: CombinedError): Failure {
  const codes = [...codesOf(error)];
  return codes.length > 0 && codes.every((code) => nothingDone.includes(code)) ? failureOf(error) : 'unknown';
}
