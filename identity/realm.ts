import realmDocument from './realm/development.json' with { type: 'json' };
import { type Realm, realmSchema } from './realm-schema.ts';

export type { Realm } from './realm-schema.ts';

/** The realm export is wrong; `message` lists every fault, one a line, and never a value, because some are secrets. */
export class RealmError extends Error {
  override readonly name = 'RealmError';

  constructor(faults: readonly string[]) {
    super(`the realm is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** Values for the `${NAME}` placeholders of a realm export; usually the environment. */
export type RealmVariables = Readonly<Record<string, string | undefined>>;

/** Portico's own realm, its placeholders filled from `variables`. */
export function readRealm(variables: RealmVariables = {}): Realm {
  return parseRealm(realmDocument, variables);
}

/** Reads a Keycloak realm export. Throws a `RealmError` that names every fault. */
export function parseRealm(document: unknown, variables: RealmVariables = {}): Realm {
  const result = realmSchema.safeParse(fillPlaceholders(document, variables));
  if (!result.success) {
    throw new RealmError(result.error.issues.slice(0, 20).map((issue) => `${issue.path.join('.') || 'realm'}: ${issue.message}`));
  }
  const faults = danglingNames(result.data);
  if (faults.length > 0) throw new RealmError(faults);
  return result.data;
}

/**
 * Keycloak's own rule: `${NAME}` and `${NAME:default}` are filled, and what has neither a value nor a default stays as it
 * is. Names are upper-case here because mappers and labels hold templates such as `${client_id}`.
 */
function fillPlaceholders(value: unknown, variables: RealmVariables): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Z][A-Z0-9_]*)(?::([^}]*))?\}/g, (whole, name: string, fallback: string | undefined) => {
      return variables[name] || (fallback ?? whole);
    });
  }
  if (Array.isArray(value)) return value.map((item) => fillPlaceholders(item, variables));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillPlaceholders(item, variables)]));
  }
  return value;
}

function danglingNames(realm: Realm): string[] {
  const scopes = new Set(realm.clientScopes.map((scope) => scope.name));
  const clients = new Set(realm.clients.map((client) => client.clientId));
  const faults = [
    ...repeated(realm.clients.map((client) => client.clientId)).map((id) => `clients: ${id} stands twice`),
    ...repeated(realm.users.map((user) => user.username)).map((username) => `users: ${username} stands twice`),
    ...repeated(realm.users.map((user) => user.id)).map((id) => `users: the id ${id} stands twice`),
  ];
  for (const client of realm.clients) {
    for (const scope of [...client.defaultClientScopes, ...client.optionalClientScopes]) {
      if (!scopes.has(scope)) faults.push(`clients: ${client.clientId} has the client scope ${scope}, which is not defined`);
    }
    const account = realm.users.find((user) => user.serviceAccountClientId === client.clientId);
    if (client.serviceAccountsEnabled && account === undefined) faults.push(`users: the service account of ${client.clientId} is missing`);
  }
  for (const user of realm.users) {
    const clientId = user.serviceAccountClientId;
    if (clientId !== undefined && !clients.has(clientId)) faults.push(`users: ${user.username} is the service account of no client`);
  }
  return faults;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
