import type { Service } from './service.ts';
import { type SignInKind, signInParts } from './sign-ins.ts';

/** How the tests bring the simulator and the adapter together, by the way of signing in. */
export interface TestSetup {
  readonly imports: readonly string[];
  /** Members for the adapter's options and for the simulator's. */
  readonly adapter: string;
  readonly simulator: string;
  /** Declarations that both of these use. */
  readonly declarations: string;
  /** What no error may show. */
  readonly secrets: string;
  /** Wrong credentials, where the simulator looks at them. */
  readonly wrong: string | undefined;
  /** It needs a realm, which is there once it has been started. */
  readonly realm: boolean;
}

export function testSetup(kind: SignInKind, service: Service): TestSetup {
  const hasPassword = signInParts(kind, service).options.some(([name]) => name === 'password');
  if (kind === 'bearer') {
    return {
      imports: ["import { clientId, clientSecret, startRealm, type TestRealm } from '#legacy-adapters/simulation/realm.testkit.ts';"],
      adapter: 'tokenUrl: realm.tokenUrl, clientId, clientSecret, ',
      simulator: 'issuer: realm.issuer, jwksUrl: realm.jwksUrl, clientId, ',
      declarations: 'let realm: TestRealm;\n',
      secrets: "[clientSecret, 'eyJ']",
      wrong: "{ clientSecret: 'wrong' }",
      realm: true,
    };
  }
  const checked = kind === 'basic' || kind === 'username-token';
  return {
    imports: [],
    adapter: hasPassword ? '...credentials, ' : '',
    simulator: checked ? '...credentials, ' : '',
    declarations: hasPassword ? `const credentials = { user: 'portico', password: '${service.name}-password-1' };\n` : '',
    secrets: hasPassword ? '[credentials.password]' : '[]',
    wrong: checked ? "{ password: 'wrong' }" : undefined,
    realm: false,
  };
}
