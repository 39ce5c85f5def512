import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthExpired, LegacyUnreachable } from '#platform/errors.ts';
import type { RawAnswer } from '../exchange.ts';
import { createLockOutGuard, type LockOutGuardOptions } from './lock-out-guard.ts';
import type { SignIn } from './sign-in.ts';

export interface BodySignatureOptions extends LockOutGuardOptions {
  /** What both sides know. */
  readonly password: string;
  /** Where the request's signature stands; `x-signature` unless said otherwise. */
  readonly requestHeader?: string;
  /** Where the answer's stands; as the request's unless said otherwise. */
  readonly answerHeader?: string;
  /** Headers that say who we are, such as a partner's number. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A signature of the body in a header, both ways: `hex(sha1(hex(md5(body || password))))`, in lower case, where `body` is the very
 * bytes on the wire and `password` is in UTF-8.
 *
 * It is weak: MD5 and SHA-1 in a construction of its own in place of an HMAC, no time and no nonce, so that a request can be
 * played back, and the same password for both directions. It is here because such partners exist; over TLS it keeps out mistakes
 * and strangers. A change needs a reference of its own that the partner knows again.
 *
 * A partner that does not know us answers 403, which it can't sign for us to check. A read then ends as a sign-in that was
 * refused; what it says of a change is not believed, since anybody on the way can write it.
 */
export function createBodySignature(options: BodySignatureOptions): SignIn {
  const { system, password } = options;
  const requestHeader = (options.requestHeader ?? 'x-signature').toLowerCase();
  const answerHeader = (options.answerHeader ?? requestHeader).toLowerCase();

  const guard = createLockOutGuard(options);

  function checkAnswer(answer: RawAnswer): RawAnswer {
    const given = answer.headers[answerHeader];
    const isGiven = typeof given === 'string' && given !== '';
    if (isGiven && isSame(given.trim().toLowerCase(), signatureOf(answer.bytes, password))) return answer;
    if (answer.status === 403) throw new AuthExpired(system, 'HTTP 403: the partner or the signature is not accepted');
    throw unbelieved(isGiven ? "the answer's signature is wrong" : 'the answer is not signed');
  }

  function unbelieved(why: string): LegacyUnreachable {
    return new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', why);
  }

  return {
    run: (_call, attempt) =>
      guard.run(() =>
        attempt({
          ...(options.headers === undefined ? {} : { headers: options.headers }),
          sign: (document) => {
            const body = Buffer.from(document, 'utf8');
            return { body, headers: { [requestHeader]: signatureOf(body, password) } };
          },
          checkAnswer,
          secrets: [password],
        }),
      ),
    close: async () => {},
  };
}

function signatureOf(body: Uint8Array, password: string): string {
  const inner = createHash('md5').update(body).update(password, 'utf8').digest('hex');
  return createHash('sha1').update(inner, 'latin1').digest('hex');
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string, wanted: string): boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(given), digestOf(wanted));
}
