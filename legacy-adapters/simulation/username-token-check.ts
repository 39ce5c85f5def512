import { createHash, timingSafeEqual } from 'node:crypto';
import { attributeOf, childOf, textOf } from './soap-input.ts';

export interface UsernameTokenOptions {
  readonly user: string;
  readonly password: string;
  readonly clock: () => Date;
}

/** How far `Created` may be from the clock, either way. */
const freshnessMs = 300_000;
/** Nonces kept at once. When so many are fresh, further calls are refused: forgetting one would let it be replayed. */
const noncesMax = 100_000;
const digestType = /#PasswordDigest$/;
const createdPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const noncePattern = /^[A-Za-z0-9+/]{11,88}={0,2}$/;

/**
 * Answers whether a Security header holds a right, fresh and never seen UsernameToken with PasswordDigest = Base64(SHA-1(nonce
 * + created + password)), by the Web Services Security UsernameToken Profile 1.0, section 3.1.
 */
export function createUsernameTokenCheck(options: UsernameTokenOptions): (header: unknown) => boolean {
  const { user, password, clock } = options;
  /** Each nonce with the moment from which its token is too old anyway, oldest token seen first. */
  const seen = new Map<string, number>();

  return (header) => {
    const token = childOf(childOf(header, 'Security'), 'UsernameToken');
    const nonce = textOf(token, 'Nonce') ?? '';
    const created = textOf(token, 'Created') ?? '';
    if (!digestType.test(attributeOf(token, 'Password', 'Type') ?? '')) return false;
    if (!noncePattern.test(nonce) || !createdPattern.test(created)) return false;

    const rightUser = sameText(textOf(token, 'Username') ?? '', user);
    const rightDigest = sameText(textOf(token, 'Password') ?? '', digestOf(nonce, created, password));
    if (!rightUser || !rightDigest) return false;

    const now = clock().getTime();
    const createdAt = Date.parse(created);
    if (Number.isNaN(createdAt) || Math.abs(now - createdAt) > freshnessMs) return false;
    forgetStale(now);
    const nonceBytes = Buffer.from(nonce, 'base64').toString('base64');
    if (seen.has(nonceBytes) || seen.size >= noncesMax) return false;
    seen.set(nonceBytes, createdAt + freshnessMs);
    return true;
  };

  /** Looks at the oldest only, until one is fresh: a token made a little earlier than its neighbour just stays a little longer. */
  function forgetStale(now: number): void {
    for (const [nonce, staleAt] of seen) {
      if (staleAt >= now) return;
      seen.delete(nonce);
    }
  }
}

function digestOf(nonce: string, created: string, password: string): string {
  return createHash('sha1').update(Buffer.from(nonce, 'base64')).update(created).update(password).digest('base64');
}

/** In a time that does not tell how much of it was right. */
function sameText(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
