import type { ClientScope, Realm, RealmClient } from '../realm-schema.ts';

export interface GrantedScopes {
  /** Every client scope whose mappers apply. */
  readonly scopes: readonly ClientScope[];
  /** What the `scope` of the token and of the answer says. */
  readonly names: readonly string[];
}

/**
 * Keycloak adds a client's default scopes to whatever was asked for, and an optional scope when it is named.
 * Answers `undefined` when a scope is asked for that the client does not have.
 */
export function grantScopes(realm: Realm, client: RealmClient, requested: string | undefined): GrantedScopes | undefined {
  const asked = new Set((requested ?? '').split(' ').filter((name) => name !== ''));
  const optional = client.optionalClientScopes.filter((name) => asked.has(name));
  const granted = new Set([...client.defaultClientScopes, ...optional]);
  for (const name of asked) {
    if (name !== 'openid' && !granted.has(name)) return undefined;
  }
  const scopes = realm.clientScopes.filter((scope) => granted.has(scope.name));
  const shown = scopes.filter((scope) => scope.attributes['include.in.token.scope'] !== 'false').map((scope) => scope.name);
  return { scopes, names: asked.has('openid') ? ['openid', ...shown] : shown };
}

/** Every scope name that a token of this realm may show. */
export function scopeNames(realm: Realm): string[] {
  return [
    'openid',
    ...realm.clientScopes.filter((scope) => scope.attributes['include.in.token.scope'] !== 'false').map(({ name }) => name),
  ];
}
