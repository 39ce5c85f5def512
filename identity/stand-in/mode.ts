import { isLoopbackHost } from './loopback.ts';

export type IdentityMode = 'development' | 'production';

/** The stand-in was asked to do what only a real Keycloak may do. */
export class StandInRefused extends Error {
  override readonly name = 'StandInRefused';
}

/** Throws unless the stand-in may run: its users' passwords are printed in the README. */
export function assertStandInAllowed(mode: IdentityMode, host: string): void {
  if (mode === 'production') {
    throw new StandInRefused(
      'The identity stand-in has demo users with published passwords and does not run in production. Run Keycloak, import identity/realm/production.json, and point the gateway at it; identity/README.md says how.',
    );
  }
  if (!isLoopbackHost(host)) {
    throw new StandInRefused(
      `The identity stand-in has demo users with published passwords and serves this machine only (localhost, 127.0.0.1 or ::1), not ${host}. For others, run Keycloak; identity/README.md says how.`,
    );
  }
}
