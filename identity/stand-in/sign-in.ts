import type { Logger } from '#platform/telemetry/logger.ts';
import type { RealmUser } from '../realm-schema.ts';
import type { Directory } from './directory.ts';
import type { Throttle } from './throttle.ts';

const usernameLengthMax = 255;
const passwordLengthMax = 255;

/** Answers the user whose password this is. Blocked, unknown and wrong all look alike to the caller. */
export type SignIn = (username: string, password: string) => RealmUser | undefined;

export function createSignIn(directory: Directory, throttle: Throttle, logger: Logger): SignIn {
  return (username, password) => {
    if (username.length > usernameLengthMax || password.length > passwordLengthMax) return undefined;
    const key = username.toLowerCase();
    const user = directory.userByName(username);
    const matches = directory.passwordMatches(username, password);
    if (throttle.isBlocked(key)) {
      logger.warn({ userId: user?.id }, 'sign-in refused: too many wrong passwords');
      return undefined;
    }
    if (!matches || user === undefined) {
      // Only the id of a known user is logged: people type passwords into the wrong field.
      logger.info({ userId: user?.id }, 'sign-in refused: wrong user name or password');
      throttle.recordFailure(key);
      return undefined;
    }
    throttle.recordSuccess(key);
    return user;
  };
}
