import type { Span } from '#platform/telemetry/tracing.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import type { Language } from './language.ts';

export interface GraphError {
  readonly code: string;
  /** `me.accounts`, list positions left out. */
  readonly path: string;
}

export interface GraphAnswer<Data> {
  /** Undefined where no answer came at all. */
  readonly data: Data | undefined;
  readonly errors: readonly GraphError[];
}

/** The token is not good any more: the person has to log in again. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

export interface Graph {
  /** Asks as whoever the token stands for, or as nobody without one. Throws SessionOver where the bank wants another token. */
  ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    as: { readonly token: string | undefined; readonly language: Language; readonly trace: Span },
  ): Promise<GraphAnswer<Data>>;
}

const timeoutMs = 15_000;
const answerBytesMax = 2_000_000;

/** The bank's graph over HTTP. */
export function createGraph(url: string): Graph {
  return {
    async ask(document, variables, { token, language, trace }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            accept: 'application/graphql-response+json, application/json',
            'accept-language': language,
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            'content-type': 'application/json',
            traceparent: trace.traceparent,
          },
          body: JSON.stringify({ query: document.toString(), variables }),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await response.text();
        if (text.length > answerBytesMax) return bankUnavailable;
        return read(text);
      } catch (error) {
        if (error instanceof SessionOver) throw error;
        return bankUnavailable;
      }
    },
  };
}

/** No answer came, and nothing is known. */
export const bankUnavailable = { data: undefined, errors: [{ code: 'UNAVAILABLE', path: '' }] } as const;

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[];
}

function read<Data>(text: string): GraphAnswer<Data> {
  const body = JSON.parse(text) as Body<Data>;
  const errors = (body.errors ?? []).map(({ path = [], extensions }) => ({
    code: extensions?.code ?? 'INTERNAL',
    path: path.filter((step) => typeof step === 'string').join('.'),
  }));
  if (errors.some(({ code }) => code === 'UNAUTHENTICATED')) throw new SessionOver();
  return { data: body.data ?? undefined, errors };
}
