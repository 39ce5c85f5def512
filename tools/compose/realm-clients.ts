import { createHash } from 'node:crypto';
import type { BrowserClient, RealmClient, ServerClient, ServiceAccount } from '#platform/composition/realm-client.ts';
import type { RealmSource } from './realm-source.ts';

/** Keycloak's form of one client, as far as it is ours to say. */
export interface ClientDocument extends Readonly<Record<string, unknown>> {
  readonly clientId: string;
  readonly defaultClientScopes: readonly string[];
  readonly optionalClientScopes: readonly string[];
}

const origin = (publicOrigin: string) => `\${PORTICO_WEB_ORIGIN:${publicOrigin}}`;
const developmentOrigin = 'http://localhost:4000';
/** On the machine of a developer: any port of it may be returned to. */
const loopbackHosts = ['http://localhost', 'http://127.0.0.1'];
/** What tells an application who has logged in. */
const identityScopes = ['basic', 'profile', 'email', 'roles', 'web-origins'];
/** What makes its tokens good for the graph, in the name of a customer. */
const customerScopes = ['portico-api', 'customer'];

const everywhere = {
  enabled: true,
  protocol: 'openid-connect',
  bearerOnly: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  frontchannelLogout: false,
  fullScopeAllowed: true,
};

/** A client as Keycloak imports it. `${NAME:default}` stands for what the environment of Keycloak says. */
export function clientDocument(client: RealmClient, source: RealmSource): ClientDocument {
  const { clientId, name, description } = client;
  const named = { clientId, name, description, ...everywhere };
  switch (client.kind) {
    case 'browser':
      return { ...named, ...browserClient(source), ...scopesOf(client, source) };
    case 'server':
      return { ...named, ...serverClient(client, source), ...scopesOf(client, source) };
    case 'service-account':
      return { ...named, ...serviceAccount(client, source) };
  }
}

function browserClient({ isDevelopment }: RealmSource) {
  return {
    publicClient: true,
    standardFlowEnabled: true,
    serviceAccountsEnabled: false,
    redirectUris: [origin(developmentOrigin), ...(isDevelopment ? loopbackHosts : [])].map((address) => `${address}/*`),
    webOrigins: [origin(developmentOrigin), ...(isDevelopment ? loopbackHosts.map((host) => `${host}:4000`) : [])],
    attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': '+' },
  };
}

function serverClient({ redirectPath, secretVariable }: ServerClient, source: RealmSource) {
  return {
    publicClient: false,
    clientAuthenticatorType: 'client-secret',
    secret: source.secretOf(secretVariable),
    standardFlowEnabled: true,
    serviceAccountsEnabled: false,
    redirectUris: [origin(developmentOrigin), ...(source.isDevelopment ? loopbackHosts : [])].map((address) => `${address}${redirectPath}`),
    webOrigins: [],
    attributes: { 'pkce.code.challenge.method': 'S256' },
  };
}

function serviceAccount({ audience, secretVariable }: ServiceAccount, source: RealmSource) {
  return {
    publicClient: false,
    clientAuthenticatorType: 'client-secret',
    secret: source.secretOf(secretVariable),
    standardFlowEnabled: false,
    serviceAccountsEnabled: true,
    redirectUris: [],
    webOrigins: [],
    attributes: {},
    defaultClientScopes: ['basic', 'profile', 'service_account', audience],
    optionalClientScopes: [],
  };
}

/** What an application needs it has by default; what it asks for at the log-in is optional. Nothing else is there for it. */
function scopesOf({ clientId, scopes }: BrowserClient | ServerClient, source: RealmSource) {
  const customers = source.scopes.filter(({ grantedTo }) => grantedTo === 'customers').map((scope) => scope.name);
  const always = scopes === 'on-request' ? [] : scopes;
  const wrong = always.filter((scope) => !customers.includes(scope));
  if (wrong.length > 0) throw new Error(`${clientId}: no subgraph grants ${wrong.join(', ')} to customers`);
  return {
    defaultClientScopes: [...identityScopes, ...customerScopes, ...always],
    optionalClientScopes: scopes === 'on-request' ? customers : [],
  };
}

/** The scope that puts the name of a legacy system into `aud`. */
export function audienceScope({ audience }: ServiceAccount) {
  return {
    name: audience,
    description: `Makes the tokens of a client good for the legacy system ${audience}: its name stands in the audience.`,
    protocol: 'openid-connect',
    attributes: { 'include.in.token.scope': 'false', 'display.on.consent.screen': 'false' },
    protocolMappers: [
      {
        name: `audience ${audience}`,
        protocol: 'openid-connect',
        protocolMapper: 'oidc-audience-mapper',
        config: {
          'included.custom.audience': audience,
          'id.token.claim': 'false',
          'access.token.claim': 'true',
          'introspection.token.claim': 'true',
        },
      },
    ],
  };
}

/** The user that Keycloak wants to see behind a service account. Its id, which is the `sub` of the tokens, follows from its name. */
export function serviceAccountUser({ clientId }: ServiceAccount) {
  const digest = createHash('sha256').update(`service account of ${clientId}`).digest('hex');
  return {
    // RFC 9562, section 5.8: version 8 is for ids that are made in a way of one's own.
    id: `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    username: `service-account-${clientId}`,
    enabled: true,
    emailVerified: false,
    serviceAccountClientId: clientId,
    requiredActions: [],
    realmRoles: [],
  };
}
