import type { CombinedError } from '@urql/core';

/** What a person can do about it: wait for the bank's system, mend the connection, ask more slowly, or none of these. */
export type Failure = 'unavailable' | 'offline' | 'busy' | 'forbidden' | 'broken';

export function codesOf(error: CombinedError): ReadonlySet<string> {
  return new Set(error.graphQLErrors.map(({ extensions }) => String(extensions.code ?? '')));
}

export function failureOf(error: CombinedError): Failure {
  const codes = codesOf(error);
  if (['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_MALFORMED', 'UPSTREAM_REFUSED'].some((code) => codes.has(code)))
    return 'unavailable';
  if (codes.has('OVERLOADED') || codes.has('LIMITED')) return 'busy';
  if (codes.has('FORBIDDEN')) return 'forbidden';
  return error.networkError === undefined ? 'broken' : 'offline';
}
