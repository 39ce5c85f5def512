import { createHash, randomBytes } from 'node:crypto';
import { createLockOutGuard, type LockOutGuardOptions } from '#legacy-adapters/kit/sign-in/lock-out-guard.ts';
import { createServerClock, type ServerClockOptions } from '#legacy-adapters/kit/sign-in/server-clock.ts';
import { type Credentials, mayReplay, type SignIn } from '#legacy-adapters/kit/sign-in/sign-in.ts';
import { escapeText } from '#legacy-adapters/xml/escape.ts';
import { AuthExpired } from '#platform/errors.ts';
import { wss } from './wss.ts';

export interface UsernameTokenOptions extends LockOutGuardOptions, ServerClockOptions {
  readonly user: string;
  readonly password: string;
  /** How the password travels: as a digest, or in clear for systems that know no better, and then over TLS only. */
  readonly passwordType?: 'digest' | 'text';
  /** Adds a Timestamp that lives for so long, for systems that want one. */
  readonly timestampMs?: number;
}

/** A clock that differs by more than this is worth another try. */
const newsMs = 3_000;

/**
 * Web Services Security UsernameToken Profile 1.1. Each attempt has a nonce of its own, so that none is taken for a replay, and
 * is created by the server's clock; when a token is refused and the answer shows that the clocks differ, one more is tried.
 */
export function createUsernameToken(options: UsernameTokenOptions): SignIn {
  const { user, password } = options;
  const clock = createServerClock(options);
  const guard = createLockOutGuard(options);

  function credentials(): Credentials {
    const created = clock.now();
    const token = tokenOf(user, password, options.passwordType ?? 'digest', created);
    const timestamp = options.timestampMs === undefined ? '' : wss.timestamp(created, options.timestampMs);
    return {
      soapHeader: wss.security(token + timestamp),
      observe: clock.observe,
      secrets: [password],
    };
  }

  return {
    run: (call, attempt) =>
      guard.run(async () => {
        const offsetBefore = clock.offsetMs;
        try {
          return await attempt(credentials());
        } catch (error) {
          const isNews = Math.abs(clock.offsetMs - offsetBefore) > newsMs;
          if (!(error instanceof AuthExpired) || !mayReplay(call, error) || !isNews) throw error;
        }
        return attempt(credentials());
      }),
    close: async () => {},
  };
}

function tokenOf(user: string, password: string, type: 'digest' | 'text', createdAt: Date): string {
  const nonce = randomBytes(16);
  const created = createdAt.toISOString();
  const digest = createHash('sha1').update(nonce).update(created).update(password, 'utf8').digest('base64');
  return (
    `<wsse:UsernameToken><wsse:Username>${escapeText(user)}</wsse:Username>` +
    (type === 'digest'
      ? `<wsse:Password Type="${wss.tokenProfile}#PasswordDigest">${digest}</wsse:Password>`
      : `<wsse:Password Type="${wss.tokenProfile}#PasswordText">${escapeText(password)}</wsse:Password>`) +
    `<wsse:Nonce EncodingType="${wss.base64}">${nonce.toString('base64')}</wsse:Nonce><wsu:Created>${created}</wsu:Created></wsse:UsernameToken>`
  );
}
