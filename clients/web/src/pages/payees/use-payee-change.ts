import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Failure, failureOfChange } from '../../graph/failure.ts';

export type PayeeChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  /** `field` is the one to correct, where it is one. */
  | { readonly kind: 'refused'; readonly message: string; readonly field?: string | undefined }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What a mutation of payees answers: its success, or a refusal with a sentence to show. */
interface Answer {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
}

/** Sends a change under a key that stays the same while the same thing is tried again, so that the bank does it once. */
export function usePayeeChange<Data, Input extends { readonly idempotencyKey: string }>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  pick: (data: Data) => Answer | null | undefined,
  done: () => void,
): { readonly change: PayeeChange; readonly send: (input: Omit<Input, 'idempotencyKey'>) => void } {
  const client = useClient();
  const [change, setChange] = useState<PayeeChange>({ kind: 'none' });
  const tried = useRef<{ readonly text: string; readonly idempotencyKey: string } | undefined>(undefined);

  async function send(wanted: Omit<Input, 'idempotencyKey'>): Promise<void> {
    const text = JSON.stringify(wanted);
    const idempotencyKey = tried.current?.text === text ? tried.current.idempotencyKey : crypto.randomUUID();
    tried.current = { text, idempotencyKey };
    setChange({ kind: 'sending' });
    const { data, error } = await client.mutation(mutation, { input: { ...wanted, idempotencyKey } as Input }).toPromise();
    const answer = data === undefined || data === null ? undefined : pick(data);
    if (answer === undefined || answer === null)
      setChange({ kind: 'failed', failure: error === undefined ? 'unknown' : failureOfChange(error) });
    else if (answer.message !== undefined) setChange({ kind: 'refused', message: answer.message, field: answer.field });
    else {
      setChange({ kind: 'none' });
      done();
    }
  }
  return { change, send: (wanted) => void send(wanted) };
}
