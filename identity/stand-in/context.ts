import type { Provider } from 'oidc-provider';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Directory } from './directory.ts';
import type { Exchange } from './exchange.ts';
import type { SignIn } from './sign-in.ts';
import type { SigningKey } from './signing-key.ts';
import type { AccessTokens } from './tokens/access-tokens.ts';
import type { Sessions } from './tokens/sessions.ts';

/** What the routes share. */
export interface StandInContext {
  /** `http://localhost:4000/realms/portico` */
  readonly issuer: string;
  /** `http://localhost:4000` */
  readonly issuerOrigin: string;
  /** `/realms/portico` */
  readonly basePath: string;
  readonly directory: Directory;
  readonly provider: Provider;
  readonly key: SigningKey;
  readonly accessTokens: AccessTokens;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly logger: Logger;
}

export type Route = (exchange: Exchange, context: StandInContext) => Promise<void> | void;
