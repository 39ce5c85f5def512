import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { type AnyVariables, useQuery } from 'urql';
import { type Failure, failureOf } from './failure.ts';

/** One part of a page: it loads, fails and is tried again by itself, whatever the parts beside it do. */
export type Part<Value> =
  | { readonly state: 'loading' }
  | ({ readonly state: 'failed' } & PartTrouble)
  | { readonly state: 'ready'; readonly value: Value; readonly gaps?: PartTrouble };

export interface PartTrouble {
  readonly failure: Failure;
  readonly retry: () => void;
  readonly retrying: boolean;
}

/**
 * Asks one operation and picks this part's value out of it. Picking `undefined` or `null` from an answer with errors is a
 * failure of the part; an answer that has the value is used, whatever went wrong elsewhere in it. A value that is not `isWhole`
 * because fields of it failed is shown with its gaps.
 */
export function usePart<Data, Variables extends AnyVariables, Value>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Value,
  isWhole: (value: NonNullable<Value>) => boolean = () => true,
): Part<NonNullable<Value> | Absent> {
  const [asked, setAsked] = useState(false);
  const [{ data, error, fetching, stale }, execute] = useQuery<Data, Variables>({
    query,
    variables,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const value = data === undefined || data === null ? undefined : pick(data);
  const retry = () => {
    setAsked(true);
    execute({ requestPolicy: 'network-only' });
  };
  const trouble = error === undefined ? undefined : { failure: failureOf(error), retry, retrying: asked && (fetching || stale) };
  if (value !== undefined && value !== null)
    return trouble === undefined || isWhole(value) ? { state: 'ready', value } : { state: 'ready', value, gaps: trouble };
  if (trouble !== undefined) return { state: 'failed', ...trouble };
  if (fetching || data === undefined) return { state: 'loading' };
  return { state: 'ready', value: absent };
}

/** The bank answered, without an error, that there is no such thing. */
export const absent = Symbol('absent');
export type Absent = typeof absent;
