import type { RunningIdentity } from '../testkit/running-identity.ts';

/** What a part of the suite is run against; filled before its first test. */
export interface ContractSubject {
  readonly running: () => RunningIdentity;
  /** The application's origin, whose page may sign in. */
  readonly webOrigin: () => string;
}
