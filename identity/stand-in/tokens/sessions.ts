import { LRUCache } from 'lru-cache';
import type { Provider, RefreshToken, Session } from 'oidc-provider';

const sessionsMax = 10_000;

/** What ends when somebody signs out, found by the `sid` of any of his tokens. */
export interface Sessions {
  remember(token: RefreshToken): void;
  end(provider: Provider, sid: string): Promise<void>;
  clear(): void;
}

export function createSessions(lifespanSeconds: number): Sessions {
  const bySid = new LRUCache<string, { grantId: string; sessionUid: string | undefined }>({
    max: sessionsMax,
    ttl: lifespanSeconds * 1_000,
  });
  return {
    remember({ sid, grantId, sessionUid }) {
      if (sid !== undefined && grantId !== undefined) bySid.set(sid, { grantId, sessionUid });
    },
    async end(provider, sid) {
      const known = bySid.get(sid);
      if (known === undefined) return;
      bySid.delete(sid);
      const session = known.sessionUid === undefined ? undefined : await provider.Session.findByUid(known.sessionUid);
      if (session !== undefined) await endBrowserSession(provider, session);
      await endGrant(provider, known.grantId);
    },
    clear: () => bySid.clear(),
  };
}

/** Ends the browser's session and with it what every client got from it. */
export async function endBrowserSession(provider: Provider, session: Session): Promise<void> {
  for (const { grantId } of Object.values(session.authorizations ?? {})) {
    if (grantId !== undefined) await endGrant(provider, grantId);
  }
  await session.destroy();
}

export async function endGrant(provider: Provider, grantId: string): Promise<void> {
  await Promise.all([
    provider.RefreshToken.revokeByGrantId(grantId),
    provider.AuthorizationCode.revokeByGrantId(grantId),
    provider.Grant.adapter.destroy(grantId),
  ]);
}
