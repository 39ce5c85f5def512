import { AuthExpired, LegacyUnreachable, SignInFailed } from '#platform/errors.ts';
import type { OperationCall } from '../call.ts';
import { type Credentials, type SignIn, type SignInTally, withRenewal } from './sign-in.ts';
import { createTokenEndpoint, type Token, type TokenEndpointOptions, TokenRefused } from './token-endpoint.ts';

export interface BearerOptions extends Omit<TokenEndpointOptions, 'now'> {
  readonly system: string;
  /** A token that has just come and is refused is not replaced for this long: our token is not what is wrong. 1 s. */
  readonly renewPauseMs?: number;
  /** After a refusal of the token endpoint it is not asked for this long. 30 s. */
  readonly refusedPauseMs?: number;
  /** After a failure to renew a token that still lives, the next try comes so much later. 1 s. */
  readonly failedPauseMs?: number;
  /** The monotonic clock, in milliseconds; for tests. */
  readonly now?: () => number;
}

/**
 * A bearer token (RFC 6750) by client_credentials (RFC 6749, 4.4), as Keycloak gives them.
 *
 * It is renewed at about four fifths of its life, by whichever call comes first, while all calls go on with the old one; so a
 * Keycloak that is briefly unavailable is not noticed. However many calls need a token, one request for it is under way. Its life is
 * kept on the monotonic clock, from the moment before it was asked for. HTTP 401 ends it at once, and the call is tried once more.
 */
export function createBearer(options: BearerOptions): SignIn {
  const { system } = options;
  const now = options.now ?? (() => performance.now());
  const endpoint = createTokenEndpoint({ ...options, now });
  const tally: SignInTally = { done: 0, refused: 0, failed: 0 };
  let held: Token | undefined;
  let fetching: Promise<Token> | undefined;
  let notBefore = Number.NEGATIVE_INFINITY;
  let refused = false;

  async function obtain(call: OperationCall): Promise<Token> {
    const moment = now();
    if (held !== undefined && moment < held.renewAt) return held;
    const mayFetch = fetching !== undefined || moment >= notBefore;
    if (held !== undefined && moment < held.expiresAt) {
      // Nobody waits for it, and its failure is counted where it happens.
      if (mayFetch) fetchOnce().catch(() => undefined);
      return held;
    }
    if (!mayFetch) throw refused ? clientRefused() : unavailable('has just failed to give a token');
    return inTime(call, fetchOnce());
  }

  function fetchOnce(): Promise<Token> {
    fetching ??= endpoint
      .fetch()
      .then(
        (token) => {
          tally.done += 1;
          held = token;
          return token;
        },
        (error: unknown) => {
          refused = error instanceof TokenRefused;
          tally[refused ? 'refused' : 'failed'] += 1;
          // Without a token each call may try: the policies around us bound that.
          const pauseMs = refused ? (options.refusedPauseMs ?? 30_000) : held === undefined ? 0 : (options.failedPauseMs ?? 1_000);
          notBefore = now() + pauseMs;
          throw refused ? clientRefused() : unavailable(error instanceof Error ? error.message : 'failed');
        },
      )
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }

  function inTime(call: OperationCall, token: Promise<Token>): Promise<Token> {
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(new LegacyUnreachable(tokenSystem, 'UPSTREAM_TIMEOUT', 'no token in time', { mayHaveArrived: false }));
      const { signal } = call.deadline;
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      token.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }

  /** In its name, so that a legacy system is not left alone because the token endpoint was unavailable. */
  const tokenSystem = `${system}'s token endpoint`;
  const unavailable = (why: string) => new LegacyUnreachable(tokenSystem, 'UPSTREAM_UNAVAILABLE', why, { mayHaveArrived: false });
  const clientRefused = () => new SignInFailed(system, 'the token endpoint refuses us: check the client and its secret');

  async function withToken<Result>(token: Token, attempt: (credentials: Credentials) => Promise<Result>): Promise<Result> {
    try {
      return await attempt({ headers: { authorization: `Bearer ${token.value}` }, secrets: [token.value, options.clientSecret] });
    } catch (error) {
      const isOld = now() - token.askedAt >= (options.renewPauseMs ?? 1_000);
      if (error instanceof AuthExpired && held === token && isOld) held = undefined;
      throw error;
    }
  }

  return {
    run: (call, attempt) =>
      withRenewal(
        system,
        call,
        () => obtain(call),
        (token) => withToken(token, attempt),
      ),
    tallies: [tally],
    close: () => endpoint.close(),
  };
}
