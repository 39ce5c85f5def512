import Keycloak from 'keycloak-js';
import { type Settings } from './settings.ts';
import { remember, remembered } from './storage.ts';

/** `ended` differs from `out`: somebody was in the middle of something and is told what happened. */
export type SessionState = 'starting' | 'out' | 'in' | 'ended' | 'failed';

export interface Session {
  readonly state: () => SessionState;
  /** The user's name by the token, for when the core cannot say it. */
  readonly name: () => string;
  readonly subscribe: (changed: () => void) => () => void;
  readonly start: () => Promise<void>;
  readonly logIn: (locale: string) => void;
  readonly logOut: () => void;
  /** A token with a little life left, or `undefined` when there is no session any more. */
  readonly freshToken: () => Promise<string | undefined>;
  /** The gateway has said that the token no longer holds. */
  readonly end: () => void;
}

/** A token lives 300 s; renewed this long before its end there is room for several attempts. */
const renewBeforeSeconds = 60;
const usableSeconds = 10;
const retryAfterMs = 10_000;
const flag = 'signed-in';

/** Authorization code with PKCE; tokens stay in memory only, and are renewed without the user's notice. */
export function createSession({ identityUrl, realm, clientId }: Settings): Session {
  const keycloak = new Keycloak({ url: identityUrl, realm, clientId });
  const listeners = new Set<() => void>();
  let state: SessionState = 'starting';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function become(next: SessionState): void {
    if (state === next) return;
    state = next;
    if (next === 'in') remember(flag, 'yes');
    if (next === 'ended' || next === 'out') {
      remember(flag, null);
      clearTimeout(timer);
    }
    for (const changed of listeners) changed();
  }

  function scheduleRenewal(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void renew(renewBeforeSeconds + 5), Math.max(1_000, delayMs));
  }

  function untilRenewalMs(): number {
    const endsAt = (keycloak.tokenParsed?.exp ?? 0) + (keycloak.timeSkew ?? 0);
    return (endsAt - renewBeforeSeconds) * 1_000 - Date.now();
  }

  async function renew(minSeconds: number): Promise<void> {
    if (state !== 'in') return;
    try {
      await keycloak.updateToken(minSeconds);
      scheduleRenewal(untilRenewalMs());
    } catch {
      // keycloak-js drops the tokens when Keycloak said no; otherwise it only could not be reached, and may be later.
      if (keycloak.authenticated === true && !keycloak.isTokenExpired()) scheduleRenewal(retryAfterMs);
      else end();
    }
  }

  function end(): void {
    if (state !== 'in') return;
    keycloak.clearToken();
    become('ended');
  }

  async function start(): Promise<void> {
    const wasIn = remembered(flag) !== null;
    try {
      await keycloak.init({ pkceMethod: 'S256', checkLoginIframe: false });
    } catch (error) {
      // After a silent log-in Keycloak answers `login_required`: the session ended while nobody was here.
      remember(flag, null);
      become(isLoginRequired(error) ? 'out' : 'failed');
      return;
    }
    if (keycloak.authenticated === true) {
      become('in');
      scheduleRenewal(untilRenewalMs());
    } else if (wasIn) {
      // A reload or a new tab: Keycloak's cookie gives a new token without a question.
      remember(flag, null);
      await keycloak.login({ prompt: 'none', redirectUri: location.href });
    } else {
      become('out');
    }
  }

  // Timers stand still while a laptop sleeps.
  addEventListener('focus', () => void renew(renewBeforeSeconds));
  addEventListener('online', () => void renew(renewBeforeSeconds));

  return {
    state: () => state,
    name: () => String(keycloak.tokenParsed?.name ?? keycloak.tokenParsed?.preferred_username ?? ''),
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    start,
    logIn: (locale) => void keycloak.login({ locale, redirectUri: location.href }),
    logOut() {
      remember(flag, null);
      void keycloak.logout({ redirectUri: `${location.origin}/` });
    },
    async freshToken() {
      await renew(usableSeconds);
      return state === 'in' ? keycloak.token : undefined;
    },
    end,
  };
}

function isLoginRequired(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'error' in error && error.error === 'login_required';
}
