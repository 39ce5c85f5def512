import type { ProtocolMapper, RealmClient, RealmUser } from '../realm-schema.ts';
import type { GrantedScopes } from './scopes.ts';

export type ClaimsTarget = 'access' | 'id' | 'userinfo';
export type ClaimsRecord = Record<string, unknown>;

export interface ClaimsSource {
  readonly client: RealmClient;
  readonly user: RealmUser;
}

const targetSettings: Record<ClaimsTarget, string> = {
  access: 'access.token.claim',
  id: 'id.token.claim',
  userinfo: 'userinfo.token.claim',
};

type Mapper = (claims: ClaimsRecord, config: Readonly<Record<string, string>>, source: ClaimsSource) => void;

/** The protocol mappers of Keycloak that the realm uses, by Keycloak's names. */
const mappers: Readonly<Record<string, Mapper>> = {
  'oidc-sub-mapper': (claims, _config, { user }) => {
    claims.sub = user.id;
  },
  'oidc-full-name-mapper': (claims, _config, { user }) => {
    setClaim(claims, 'name', [user.firstName, user.lastName].filter((part) => part !== undefined).join(' ') || undefined);
  },
  'oidc-usermodel-property-mapper': (claims, config, { user }) =>
    setClaim(claims, config['claim.name'], property(user, config['user.attribute'])),
  'oidc-usermodel-attribute-mapper': (claims, config, { user }) => {
    const values = user.attributes[config['user.attribute'] ?? ''];
    setClaim(claims, config['claim.name'], config.multivalued === 'true' ? values : values?.[0]);
  },
  'oidc-usermodel-realm-role-mapper': (claims, config, { user }) => {
    if (user.realmRoles.length > 0) setClaim(claims, config['claim.name'], [...user.realmRoles]);
  },
  'oidc-usermodel-client-role-mapper': (claims, _config, { user }) => {
    const roles = Object.entries(user.clientRoles).filter(([, names]) => names.length > 0);
    // A client id may hold dots, so the path of this claim is built here and not from the template's text.
    if (roles.length > 0) claims.resource_access = Object.fromEntries(roles.map(([clientId, names]) => [clientId, { roles: [...names] }]));
  },
  'oidc-audience-mapper': (claims, config) => {
    const audience = config['included.client.audience'] ?? config['included.custom.audience'];
    if (audience === undefined) return;
    const known = claims.aud === undefined ? [] : [claims.aud].flat();
    claims.aud = known.length === 0 ? audience : [...new Set([...known, audience])];
  },
  'oidc-allowed-origins-mapper': (claims, _config, { client }) => {
    if (client.webOrigins.length > 0) claims['allowed-origins'] = [...client.webOrigins];
  },
  'oidc-usersessionmodel-note-mapper': (claims, config, { client, user }) => {
    const isServiceAccount = user.serviceAccountClientId === client.clientId;
    if (config['user.session.note'] === 'client_id' && isServiceAccount) setClaim(claims, config['claim.name'], client.clientId);
  },
};

/** The claims that the granted scopes' mappers give to one kind of token. */
export function mapClaims(granted: GrantedScopes, source: ClaimsSource, target: ClaimsTarget): ClaimsRecord {
  const claims: ClaimsRecord = {};
  for (const { protocolMapper, config } of granted.scopes.flatMap((scope) => scope.protocolMappers)) {
    if (config[targetSettings[target]] === 'true') mappers[protocolMapper]?.(claims, config, source);
  }
  return claims;
}

/** The claims that the realm's mappers may put into an ID token. */
export function idTokenClaims(all: readonly ProtocolMapper[]): string[] {
  const names = all.filter(({ config }) => config[targetSettings.id] === 'true').map(claimName);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function claimName({ protocolMapper, config }: ProtocolMapper): string | undefined {
  return protocolMapper === 'oidc-full-name-mapper' ? 'name' : config['claim.name']?.split('.')[0];
}

/** Mappers that only Keycloak knows; their claims would be missing from the stand-in's tokens. */
export function unknownMappers(all: readonly ProtocolMapper[]): string[] {
  return [...new Set(all.map((mapper) => mapper.protocolMapper).filter((name) => mappers[name] === undefined))];
}

function property(user: RealmUser, name: string | undefined): unknown {
  const properties: Record<string, unknown> = {
    username: user.username,
    email: user.email,
    emailVerified: user.email === undefined ? undefined : user.emailVerified,
    firstName: user.firstName,
    lastName: user.lastName,
  };
  return name === undefined ? undefined : properties[name];
}

/** `realm_access.roles` means the member `roles` of the claim `realm_access`. */
function setClaim(claims: ClaimsRecord, path: string | undefined, value: unknown): void {
  if (path === undefined || value === undefined) return;
  const [head = '', ...rest] = path.split('.');
  claims[head] = rest.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}
