import { randomBytes } from 'node:crypto';
import { type ClientMetadata, type Configuration, type errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { RealmClient } from '../realm-schema.ts';
import type { Directory } from './directory.ts';
import { idTokenClaims, mapClaims } from './mappers.ts';
import { errorPage } from './pages/error-page.ts';
import { pageHeaders } from './pages/page.ts';
import { paths } from './paths.ts';
import { isRedirectUriAllowed } from './redirect-uris.ts';
import { grantScopes, scopeNames } from './scopes.ts';
import type { SignIn } from './sign-in.ts';
import type { SigningKey } from './signing-key.ts';
import type { createStorage } from './storage.ts';
import type { AccessTokens } from './tokens/access-tokens.ts';
import { registerPasswordGrant } from './tokens/password-grant.ts';
import { wrapRefreshTokens } from './tokens/refresh-tokens.ts';
import { apiResource, apiResourceServer } from './tokens/resource.ts';
import type { Sessions } from './tokens/sessions.ts';

/** Claims that oidc-provider itself puts into an ID token. */
const protocolClaims = ['sub', 'sid', 'auth_time', 'acr', 'typ', 'azp'];

export interface ProviderParts {
  readonly issuer: string;
  readonly directory: Directory;
  readonly key: SigningKey;
  readonly storage: ReturnType<typeof createStorage>;
  readonly accessTokens: AccessTokens;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly logger: Logger;
}

/** oidc-provider, set up from a realm and bent to answer as Keycloak does. */
export function createProvider(parts: ProviderParts): Provider {
  const { issuer, directory, sessions, signIn, logger } = parts;
  const provider = new Provider(issuer, configurationOf(parts));

  // A wildcard or a loopback address without a port is no redirect URI to oidc-provider.
  provider.Client.prototype.redirectUriAllowed = function redirectUriAllowed(uri) {
    const client = directory.client(this.clientId);
    return client !== undefined && isRedirectUriAllowed(client, uri);
  };
  // It adds `sid` only for clients with back-channel logout; Keycloak always does.
  provider.Client.prototype.includeSid = () => true;

  wrapRefreshTokens(provider);
  registerPasswordGrant(provider, directory, signIn);
  provider.on('refresh_token.saved', (token) => sessions.remember(token));
  provider.use(addKeycloakAnswer);
  // Koa's own prints to the console.
  provider.onerror = (error) => logger.error({ err: error }, 'the identity stand-in failed');
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'the identity stand-in failed'));
  provider.on('grant.error', logRefusal);
  provider.on('authorization.error', logRefusal);
  return provider;

  function logRefusal(ctx: KoaContextWithOIDC, { error, error_detail: detail }: errors.OIDCProviderError): void {
    logger.debug({ error, detail, clientId: ctx.oidc.client?.clientId }, 'identity request refused');
  }
}

function configurationOf({ directory, key, storage, accessTokens }: ProviderParts): Configuration {
  const { realm } = directory;
  const policy = interactionPolicy.base();
  policy.remove('consent');

  return {
    adapter: storage.adapter,
    jwks: { keys: [key] },
    clients: realm.clients.filter((client) => client.enabled && !client.bearerOnly).map(metadataOf),
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    scopes: scopeNames(realm),
    claims: { openid: [...protocolClaims, ...idTokenClaims(realm.clientScopes.flatMap((scope) => scope.protocolMappers))] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: () => true },
    routes: {
      authorization: paths.authorization,
      token: paths.token,
      jwks: paths.keys,
      end_session: paths.logout,
    },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'portico_identity', interaction: 'portico_sign_in', resume: 'portico_sign_in_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: `/realms/${realm.realm}` },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    ttl: {
      AccessToken: realm.accessTokenLifespan,
      ClientCredentials: realm.accessTokenLifespan,
      IdToken: realm.accessTokenLifespan,
      AuthorizationCode: realm.accessCodeLifespan,
      Interaction: realm.accessCodeLifespanLogin,
      Session: realm.ssoSessionMaxLifespan,
      Grant: realm.ssoSessionMaxLifespan,
      RefreshToken: (_ctx, token) =>
        Math.max(1, Math.min(realm.ssoSessionIdleTimeout, realm.ssoSessionMaxLifespan - token.totalLifetime())),
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      introspection: { enabled: false },
      revocation: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => apiResourceServer(realm),
      },
    },
    formats: { customizers: { jwt: (_ctx, token, parts) => accessTokens.customise(token, parts) } },
    rotateRefreshToken: realm.revokeRefreshToken,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => true,
    interactions: { policy, url: (_ctx, interaction) => `/realms/${realm.realm}${paths.signIn}/${interaction.uid}` },
    findAccount: (ctx, id) => {
      const user = directory.user(id);
      if (user === undefined) return undefined;
      return {
        accountId: id,
        claims: (_use, scope) => {
          const client = directory.client(ctx.oidc.client?.clientId ?? '');
          const granted = client === undefined ? undefined : grantScopes(realm, client, scope);
          if (client === undefined || granted === undefined) return { sub: id };
          return { ...mapClaims(granted, { client, user }, 'id'), sub: id, typ: 'ID', azp: client.clientId };
        },
      };
    },
    // The realm's clients are the bank's own, so nobody is asked for consent: whoever signed in has granted.
    loadExistingGrant: async (ctx) => {
      const { client, account, session, provider, requestParamScopes } = ctx.oidc;
      if (client === undefined || account === undefined) return undefined;
      const known = session?.grantIdFor(client.clientId);
      const grant =
        (known === undefined ? undefined : await provider.Grant.find(known)) ?? newGrant(provider, account.accountId, client.clientId);
      grant.addOIDCScope(requestParamScopes);
      grant.addResourceScope(apiResource, requestParamScopes);
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      const page = errorPage(out.error_description ?? out.error);
      ctx.type = 'html';
      ctx.set(pageHeaders(page));
      ctx.body = page.html;
    },
  };
}

function newGrant(provider: Provider, accountId: string, clientId: string): InstanceType<Provider['Grant']> {
  return new provider.Grant({ accountId, clientId });
}

function metadataOf(client: RealmClient): ClientMetadata {
  return {
    client_id: client.clientId,
    ...(client.name === undefined ? {} : { client_name: client.name }),
    ...(client.secret === undefined ? {} : { client_secret: client.secret }),
    token_endpoint_auth_method: client.publicClient ? 'none' : 'client_secret_basic',
    grant_types: grantTypesOf(client),
    response_types: client.standardFlowEnabled ? ['code'] : [],
    // Only has to be there: redirectUriAllowed above is what decides.
    redirect_uris: client.standardFlowEnabled ? ['http://localhost/'] : [],
    id_token_signed_response_alg: 'RS256',
  };
}

function grantTypesOf(client: RealmClient): string[] {
  return [
    ...(client.standardFlowEnabled ? ['authorization_code'] : []),
    ...(client.directAccessGrantsEnabled ? ['password'] : []),
    ...(client.standardFlowEnabled || client.directAccessGrantsEnabled ? ['refresh_token'] : []),
    ...(client.serviceAccountsEnabled ? ['client_credentials'] : []),
  ];
}

/** The members that Keycloak adds to a token answer. */
async function addKeycloakAnswer(ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> {
  await next();
  const body: unknown = ctx.body;
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return;
  const { RefreshToken: refreshToken } = ctx.oidc.entities;
  ctx.body = {
    ...body,
    refresh_expires_in: refreshToken === undefined ? 0 : refreshToken.remainingTTL,
    'not-before-policy': 0,
    ...(refreshToken?.sid === undefined ? {} : { session_state: refreshToken.sid }),
  };
}
