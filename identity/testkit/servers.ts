import { createLogger } from '#platform/telemetry/logger.ts';
import { readRealm } from '../realm.ts';
import { createIdentityServer } from '../server.ts';
import { keycloakHome } from './environment.ts';
import { startKeycloak } from './keycloak.ts';
import type { RunningIdentity } from './running-identity.ts';

export interface IdentityKind {
  readonly title: string;
  readonly skipped: boolean;
  /** `webOrigin` fills the realm's placeholder: a page from there may sign in and call. */
  start(webOrigin: string): Promise<RunningIdentity>;
}

async function startStandIn(webOrigin: string): Promise<RunningIdentity> {
  const realm = readRealm({ PORTICO_WEB_ORIGIN: webOrigin });
  const server = createIdentityServer({
    mode: 'development',
    host: '127.0.0.1',
    port: 0,
    realm,
    logger: createLogger('identity', 'silent'),
  });
  await server.start();
  return { origin: server.url, stop: () => server.stop() };
}

/** Whatever serves the realm of development: one suite holds them all to the same behaviour. */
export const identities: readonly IdentityKind[] = [
  { title: 'the stand-in', skipped: false, start: startStandIn },
  {
    title:
      keycloakHome === undefined ? 'Keycloak (skipped: no Keycloak; set KEYCLOAK_HOME, tools/install-keycloak.sh gets it)' : 'Keycloak',
    skipped: keycloakHome === undefined,
    start: (webOrigin) => startKeycloak(keycloakHome ?? '', webOrigin),
  },
];
