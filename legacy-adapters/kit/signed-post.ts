import { AuthExpired, LegacyFailure, LegacyUnreachable } from '#platform/errors.ts';
import type { OperationCall } from './call.ts';
import type { LegacySystem } from './legacy-system.ts';
import type { Credentials } from './sign-in/sign-in.ts';
import type { RawAnswer } from './transport.ts';

/** HTTP statuses by which a system, or whatever stands in front of it, says that it is unavailable. */
export const unavailableStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export interface UnsignedRequest {
  readonly path?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly document: string;
}

/**
 * Sends a document with its credentials on it, and answers with bytes that the credentials have approved. Throws AuthExpired for
 * HTTP 401, whatever comes with it: the request was not applied (RFC 9110, 15.5.2).
 */
export async function postSigned(
  system: LegacySystem,
  credentials: Credentials,
  { operation, deadline, trace }: OperationCall,
  { path, headers, document }: UnsignedRequest,
): Promise<RawAnswer> {
  const signed = credentials.sign?.(document) ?? { body: document };
  const request = {
    operation,
    path,
    headers: { ...headers, traceparent: trace.traceparent, ...credentials.headers, ...signed.headers },
    body: signed.body,
  };
  const answer = await system.transport.post(request, deadline);
  const { status } = answer;
  credentials.observe?.(answer);
  if (status === 401) throw new AuthExpired(system.name, `${operation}: HTTP 401`, { mayHaveArrived: false });
  try {
    return credentials.checkAnswer?.(answer) ?? answer;
  } catch (error) {
    // A page that says that the system is in trouble often bears nobody's signature, and no more is believed of it than that.
    if (!(error instanceof LegacyFailure) || (status < 500 && !unavailableStatuses.has(status))) throw error;
    throw new LegacyUnreachable(system.name, 'UPSTREAM_UNAVAILABLE', `${operation}: HTTP ${status}`);
  }
}
