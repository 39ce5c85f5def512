import { WSSecurity } from 'soap';
import type { SignIn } from './sign-in.ts';

export interface UsernameTokenOptions {
  readonly system: string;
  readonly user: string;
  readonly password: string;
}

/** Web Services Security UsernameToken Profile 1.1: each attempt has a nonce and a digest of its own. */
export function createUsernameToken({ user, password }: UsernameTokenOptions): SignIn {
  const token = new WSSecurity(user, password, { passwordType: 'PasswordDigest', hasNonce: true, hasTimeStamp: false });
  return {
    run: (_errand, attempt) => attempt({ soapHeader: token.toXML(), secrets: [password] }),
    close: async () => {},
  };
}
