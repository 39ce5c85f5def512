import { AuthExpired, LegacyFailure, LegacyUnreachable } from '#platform/errors.ts';
import type { Errand } from './call.ts';
import type { LegacySystem } from './legacy-system.ts';
import type { Credentials } from './sign-in/sign-in.ts';
import type { RawAnswer } from './transport.ts';

/** HTTP statuses by which a system, or whatever stands in front of it, says that it is away. */
export const awayStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export interface Unsealed {
  readonly path?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly document: string;
}

/**
 * Sends a document with its credentials on it, and answers with bytes that the credentials have approved. Throws AuthExpired for
 * HTTP 401, whatever comes with it: the request was not applied (RFC 9110, 15.5.2).
 */
export async function postSealed(
  system: LegacySystem,
  credentials: Credentials,
  { operation, deadline, trace }: Errand,
  { path, headers, document }: Unsealed,
): Promise<RawAnswer> {
  const sealed = credentials.seal?.(document) ?? { body: document };
  const letter = {
    operation,
    path,
    headers: { ...headers, traceparent: trace.traceparent, ...credentials.headers, ...sealed.headers },
    body: sealed.body,
  };
  const answer = await system.transport.post(letter, deadline);
  const { status } = answer;
  credentials.observe?.(answer);
  if (status === 401) throw new AuthExpired(system.name, `${operation}: HTTP 401`, { mayHaveArrived: false });
  try {
    return credentials.checkAnswer?.(answer) ?? answer;
  } catch (error) {
    // A page that says that the system is in trouble often bears nobody's signature, and no more is believed of it than that.
    if (!(error instanceof LegacyFailure) || (status < 500 && !awayStatuses.has(status))) throw error;
    throw new LegacyUnreachable(system.name, 'UPSTREAM_UNAVAILABLE', `${operation}: HTTP ${status}`);
  }
}
