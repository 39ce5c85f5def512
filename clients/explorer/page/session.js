import Keycloak from './keycloak.js';
import { drafts, signedInBefore } from './storage.js';

/** A token is renewed this long before it ends; of its 300 s that leaves room for several attempts. */
const renewBeforeSeconds = 60;
const retryAfterMs = 10_000;

/**
 * Authorization code with PKCE against Keycloak's URLs; tokens stay in memory. `changed` is called after every log-in,
 * renewal and end of the session, with a notice for the user where there is something to say.
 */
export function createSession({ identityUrl, realm, clientId, scopes }, changed) {
  const keycloak = new Keycloak({ url: identityUrl || location.origin, realm, clientId });
  let timer;

  function schedule(delayMs) {
    clearTimeout(timer);
    timer = setTimeout(() => renew(renewBeforeSeconds + 5), Math.max(1_000, delayMs));
  }

  function untilRenewalMs() {
    const endsAt = (keycloak.tokenParsed?.exp ?? 0) + (keycloak.timeSkew ?? 0);
    return (endsAt - renewBeforeSeconds) * 1000 - Date.now();
  }

  /** Renews when fewer than `minSeconds` of life are left. */
  async function renew(minSeconds) {
    if (!keycloak.authenticated) return;
    try {
      if (await keycloak.updateToken(minSeconds)) changed('');
      schedule(untilRenewalMs());
    } catch {
      // Keycloak said no, and keycloak-js has dropped the tokens; otherwise it only could not be reached.
      if (keycloak.authenticated && !keycloak.isTokenExpired()) return schedule(retryAfterMs);
      keycloak.clearToken();
      signedInBefore.write(false);
      changed('Your session has ended.');
    }
  }

  // Timers stand still while a laptop sleeps.
  addEventListener('focus', () => renew(renewBeforeSeconds));
  addEventListener('online', () => renew(renewBeforeSeconds));

  return {
    get token() {
      return keycloak.authenticated ? keycloak.token : undefined;
    },
    get claims() {
      return keycloak.authenticated ? keycloak.tokenParsed : undefined;
    },
    async start() {
      try {
        // Both frames serve single sign-on across addresses; here everything is of one origin.
        await keycloak.init({ pkceMethod: 'S256', checkLoginIframe: false, redirectUri: here(), scope: scopes });
      } catch (error) {
        signedInBefore.write(false);
        return changed(`The log-in did not succeed${reasonOf(error)}.`);
      }
      if (keycloak.authenticated) {
        signedInBefore.write(true);
        schedule(untilRenewalMs());
      } else if (signedInBefore.read()) {
        // After a reload: Keycloak's cookie gives a new token without a question, or says that the session has ended.
        signedInBefore.write(false);
        return keycloak.login({ prompt: 'none', redirectUri: here() });
      }
      changed('');
    },
    logIn: () => keycloak.login({ redirectUri: here() }),
    logOut() {
      drafts.clear();
      return keycloak.logout({ redirectUri: here() });
    },
    /** Before a request: a token with a little life left. */
    ensureFresh: () => renew(15),
  };
}

function here() {
  return `${location.origin}/explorer`;
}

function reasonOf(error) {
  const reason = error?.error_description ?? error?.error ?? error?.message;
  return typeof reason === 'string' && reason !== '' ? ` (${reason.slice(0, 200)})` : '';
}
