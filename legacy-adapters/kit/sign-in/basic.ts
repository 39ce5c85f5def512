import { createLockOutGuard, type LockOutGuardOptions } from './lock-out-guard.ts';
import type { SignIn } from './sign-in.ts';

export interface BasicOptions extends LockOutGuardOptions {
  /** Without a colon, which Basic has no place for. */
  readonly user: string;
  readonly password: string;
}

/** HTTP Basic (RFC 7617), in UTF-8. Over TLS only: the password goes with each request. */
export function createBasic(options: BasicOptions): SignIn {
  const { user, password } = options;
  if (user.includes(':')) throw new Error(`${options.system}: a user of HTTP Basic has no colon`);
  const guard = createLockOutGuard(options);
  const encoded = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
  const credentials = { headers: { authorization: `Basic ${encoded}` }, secrets: [password, encoded] };
  return { run: (_call, attempt) => guard.run(() => attempt(credentials)), close: async () => {} };
}
