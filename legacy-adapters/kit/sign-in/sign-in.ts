import { AuthExpired, type LegacyFailure, SignInFailed } from '#platform/errors.ts';
import type { OperationCall } from '../call.ts';
import type { RawAnswer } from '../exchange.ts';

/** What one attempt carries to prove who asks, and how its answer proves who answers. Every part is optional. */
export interface Credentials {
  /** HTTP headers of the request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** XML of SOAP header blocks. */
  readonly soapHeader?: string;
  /** Signs the document that is ready to be sent; exactly the bytes of `body` are sent. */
  readonly sign?: (document: string) => SignedDocument;
  /** Sees every answer first, also one that nobody believes; throws nothing. */
  readonly observe?: (answer: RawAnswer) => void;
  /**
   * Sees the answer's bytes before anything reads them, and answers with what is to be read: the same, or only what was signed of
   * it. Throws a LegacyFailure for an answer that is not to be believed.
   */
  readonly checkAnswer?: (answer: RawAnswer) => RawAnswer;
  /** Texts that must not show in an error, even where the legacy system sends them back as its own code. */
  readonly secrets?: readonly string[];
}

export interface SignedDocument {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who we are on the connection itself, in PEM (mutual TLS). The same object for as long as nothing has changed. */
export interface TlsIdentity {
  readonly key?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly ca?: string | Buffer;
  readonly servername?: string;
}

/** How often a strategy signed in, for metrics; a plain token or key that is put on each request does not count. */
export interface SignInTally {
  done: number;
  refused: number;
  failed: number;
}

/** One way of signing in to a legacy system. All have this shape; `together` joins several. */
export interface SignIn {
  /**
   * Runs `attempt` with credentials. When it throws AuthExpired, and replaying is safe (`mayReplay`), signs in anew and runs
   * it once more, never a third time. Throws SignInFailed when there is no way in.
   */
  run<Result>(call: OperationCall, attempt: (credentials: Credentials) => Promise<Result>): Promise<Result>;
  /** Asked before each call. */
  readonly tls?: () => TlsIdentity;
  readonly tallies?: readonly Readonly<SignInTally>[];
  /** Signs out everywhere and lets everything go. */
  close(): Promise<void>;
}

/** A change is replayed only when the failure proves that it was not carried out. */
export function mayReplay(call: OperationCall, failure: LegacyFailure): boolean {
  return call.policy === 'read' || !failure.mayHaveArrived;
}

/**
 * Runs an attempt with what `obtain` gives; after AuthExpired, where replaying is safe, once more with what it gives then. The
 * attempt itself sees to it that what has expired is not given again.
 */
export async function withRenewal<Held, Result>(
  system: string,
  call: OperationCall,
  obtain: () => Promise<Held>,
  attempt: (held: Held) => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt(await obtain());
  } catch (error) {
    if (!(error instanceof AuthExpired) || !mayReplay(call, error)) throw error;
  }
  try {
    return await attempt(await obtain());
  } catch (error) {
    if (!(error instanceof AuthExpired) || error.mayHaveArrived) throw error;
    throw new SignInFailed(system, 'a fresh sign-in is not accepted', { cause: error });
  }
}
