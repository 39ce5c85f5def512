import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface SessionsOptions {
  readonly user: string;
  readonly password: string;
  /** A session that is not used for this long dies. */
  readonly idleMs: number;
  /** One more login ends the user's oldest session. */
  readonly liveMax: number;
  readonly clock: () => Date;
}

export type LoginResult =
  | { readonly outcome: 'opened'; readonly sessionId: string }
  | { readonly outcome: 'wrong-password' }
  | { readonly outcome: 'locked-out' };

export interface Sessions {
  /** How many sessions are alive now. */
  readonly live: number;
  login(user: string, password: string): LoginResult;
  /** Whether the session is alive; if so, its idle time starts again. */
  touch(sessionId: string): boolean;
  logout(sessionId: string): void;
  expireAll(): void;
}

const wrongPasswordsMax = 5;
const lockOutMs = 60_000;

/** The sessions of the core's one technical user. */
export function createSessions(options: SessionsOptions): Sessions {
  const { idleMs, liveMax, clock } = options;
  /** When each session was last used, the oldest login first. */
  const lastUsedAt = new Map<string, number>();
  let wrongPasswords = 0;
  let lockedUntil = 0;

  function login(user: string, password: string): LoginResult {
    const now = clock().getTime();
    if (now < lockedUntil) return { outcome: 'locked-out' };
    const userRight = sameText(user, options.user);
    const passwordRight = sameText(password, options.password);
    if (!userRight) return { outcome: 'wrong-password' };
    if (!passwordRight) {
      wrongPasswords += 1;
      if (wrongPasswords >= wrongPasswordsMax) {
        wrongPasswords = 0;
        lockedUntil = now + lockOutMs;
      }
      return { outcome: 'wrong-password' };
    }
    wrongPasswords = 0;
    dropIdle(now);
    const [oldest] = lastUsedAt.keys();
    if (oldest !== undefined && lastUsedAt.size >= liveMax) lastUsedAt.delete(oldest);
    const sessionId = randomBytes(16).toString('hex');
    lastUsedAt.set(sessionId, now);
    return { outcome: 'opened', sessionId };
  }

  function touch(sessionId: string): boolean {
    const now = clock().getTime();
    dropIdle(now);
    if (!lastUsedAt.has(sessionId)) return false;
    lastUsedAt.set(sessionId, now);
    return true;
  }

  function dropIdle(now: number): void {
    for (const [sessionId, usedAt] of lastUsedAt) {
      if (now - usedAt >= idleMs) lastUsedAt.delete(sessionId);
    }
  }

  return {
    get live() {
      dropIdle(clock().getTime());
      return lastUsedAt.size;
    },
    login,
    touch,
    logout: (sessionId) => {
      lastUsedAt.delete(sessionId);
    },
    expireAll: () => lastUsedAt.clear(),
  };
}

/** In a time that does not tell how much of it was right. */
function sameText(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
