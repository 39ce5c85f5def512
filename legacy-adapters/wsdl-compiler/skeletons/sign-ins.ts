import type { Service } from './service.ts';

export const signInKinds = ['none', 'basic', 'bearer', 'username-token', 'session'] as const;
export type SignInKind = (typeof signInKinds)[number];

/** What one way of signing in adds to each skeleton. */
export interface SignInParts {
  /** Members of the adapter's options, with what each of them is. */
  readonly options: readonly (readonly [name: string, about: string])[];
  readonly imports: readonly string[];
  /** The expression that makes it, with the options in variables of their names. */
  readonly create: string;
  readonly sentence: string;
  readonly simulator: {
    readonly options: readonly (readonly [name: string, about: string])[];
    readonly imports: readonly string[];
    /** A member of the protocol's options. */
    readonly admit: string | undefined;
    readonly sentence: string;
  };
}

const userAndPassword = [
  ['user', ''],
  ['password', ''],
] as const;

export function signInParts(kind: SignInKind, service: Service): SignInParts {
  switch (kind) {
    case 'none':
      return {
        options: [],
        imports: ["import { createNoSignIn } from '#legacy-adapters/kit/sign-in/none.ts';"],
        create: 'createNoSignIn()',
        sentence: 'no sign-in',
        simulator: { options: [], imports: [], admit: undefined, sentence: 'everybody is let in' },
      };
    case 'basic':
      return {
        options: userAndPassword,
        imports: ["import { createBasic } from '#legacy-adapters/kit/sign-in/basic.ts';"],
        create: 'createBasic({ system: name, user, password })',
        sentence: 'HTTP Basic on each call',
        simulator: {
          options: userAndPassword,
          imports: ["import { createBasicCheck } from '#legacy-adapters/simulation/basic-check.ts';"],
          admit: `admit: createBasicCheck({ user: options.user, password: options.password, realm: '${service.name}' }),`,
          sentence: 'HTTP Basic on each call',
        },
      };
    case 'username-token':
      return {
        options: userAndPassword,
        imports: ["import { createUsernameToken } from '#legacy-adapters/soap/sign-in/username-token.ts';"],
        create: 'createUsernameToken({ system: name, user, password })',
        sentence: 'a WS-Security UsernameToken with a digest on each call',
        simulator: {
          options: userAndPassword,
          imports: [
            "import { createUsernameTokenCheck } from '#legacy-adapters/simulation/username-token-check.ts';",
            "import { failedAuthentication } from '#legacy-adapters/simulation/soap-fault.ts';",
            "import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';",
          ],
          admit: undefined,
          sentence: 'a WS-Security UsernameToken on each call',
        },
      };
    case 'bearer':
      return {
        options: [
          ['tokenUrl', "The realm's token endpoint, where `clientId` gets a token by its secret (client_credentials)."],
          ['clientId', ''],
          ['clientSecret', ''],
        ],
        imports: ["import { createBearer } from '#legacy-adapters/kit/sign-in/bearer.ts';"],
        create: 'createBearer({ system: name, tokenUrl, clientId, clientSecret })',
        sentence: 'a bearer token of the realm on each call',
        simulator: {
          options: [
            ['issuer', 'The realm whose tokens are believed; its keys are fetched when the first token comes.'],
            ['jwksUrl', ''],
            ['clientId', 'The client that is let in.'],
          ],
          imports: ["import { createBearerCheck } from '#legacy-adapters/simulation/bearer-check.ts';"],
          admit: `admit: createBearerCheck({ issuer: options.issuer, jwksUrl: options.jwksUrl, audience: '${service.name}', clientId: options.clientId, clock: () => new Date() }),`,
          sentence: 'a bearer token of the realm on each call',
        },
      };
    case 'session':
      return {
        options: userAndPassword,
        imports: ["import { createSessionLogin } from '#legacy-adapters/kit/sign-in/session-login.ts';"],
        create: 'createSessionLogin({ system: name, login, logout, loginDeadlineMs: deadlineMs, credentials, secrets: [password] })',
        sentence: 'a session, which the first call opens',
        simulator: { options: [], imports: [], admit: undefined, sentence: 'sessions are given and not looked at' },
      };
  }
}

export function isSignInKind(text: string): text is SignInKind {
  return (signInKinds as readonly string[]).includes(text);
}
