import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ServiceAccount } from '#platform/composition/realm-client.ts';
import { audienceScope, type ClientDocument, clientDocument, serviceAccountUser } from './realm-clients.ts';
import type { RealmSource } from './realm-source.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'identity/realm');
/** What a scope of the graph is called, and no other scope of the realm. */
const ofTheGraph = /^[a-z-]+:[a-z-]+$/;

const document = z.record(z.string(), z.unknown());
const clients = z.array(z.custom<ClientDocument>((client) => z.looseObject({ clientId: z.string() }).safeParse(client).success));
const scopes = z.array(z.custom<{ readonly name: string }>((scope) => z.looseObject({ name: z.string() }).safeParse(scope).success));
const base = document.and(z.object({ clientScopes: scopes, clients, users: z.array(z.unknown()) }));
const additions = z.object({ clients, users: z.array(z.unknown()) });

export type RealmBase = z.infer<typeof base>;
export type RealmAdditions = z.infer<typeof additions>;

/**
 * One of the two realms, as Keycloak imports it: the base, scopes from the subgraphs, clients from whoever uses them. In
 * development there are demo users and the client `portico-cli` besides, which may ask for any scope, and every placeholder has
 * a default; in production no placeholder has.
 */
export function realmDocument(realm: RealmBase, additional: RealmAdditions, source: RealmSource): Readonly<Record<string, unknown>> {
  const wrong = source.scopes.find(({ name }) => !ofTheGraph.test(name));
  if (wrong !== undefined) throw new Error(`the scope ${wrong.name} is no noun:verb`);
  const accounts = source.clients.filter((client): client is ServiceAccount => client.kind === 'service-account');
  const audiences = new Map(accounts.map((account) => [account.audience, audienceScope(account)]));
  const taken = realm.clientScopes.find(({ name }) => audiences.has(name));
  if (taken !== undefined) throw new Error(`${taken.name} is a scope of the realm and cannot be an audience`);
  const graphScopes = source.scopes.map(({ name, description }) => ({
    name,
    description,
    protocol: 'openid-connect',
    attributes: { 'include.in.token.scope': 'true', 'display.on.consent.screen': 'false' },
  }));
  const whole = {
    ...realm,
    clientScopes: [...realm.clientScopes, ...audiences.values(), ...graphScopes],
    clients: [
      ...source.clients.map((client) => clientDocument(client, source)),
      ...realm.clients,
      ...(source.isDevelopment
        ? additional.clients.map((client) => ({ ...client, optionalClientScopes: source.scopes.map(({ name }) => name) }))
        : []),
    ],
    users: [...realm.users, ...(source.isDevelopment ? additional.users : []), ...accounts.map(serviceAccountUser)],
  };
  return source.isDevelopment ? whole : (JSON.parse(JSON.stringify(whole), withoutDefault) as typeof whole);
}

/** A placeholder whose value is missing must be seen, and never be the one that everybody knows. */
function withoutDefault(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\$\{([A-Z][A-Z0-9_]*):[^}]*\}/g, '$${$1}') : value;
}

/** The files of identity/realm/ that differ from what the descriptors say; `write` puts that there. */
export function staleRealms(source: Omit<RealmSource, 'isDevelopment'>, write: boolean): string[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const [realm, additional] = [base.parse(read('base.json')), additions.parse(read('development-additions.json'))];
  return ['development', 'production'].flatMap((mode) => {
    const file = path.join(folder, `${mode}.json`);
    const wanted = realmDocument(realm, additional, { ...source, isDevelopment: mode === 'development' });
    if (JSON.stringify(wanted) === JSON.stringify(readIfThere(file))) return [];
    if (write) {
      writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`);
      spawnSync(process.execPath, [path.join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', file], { cwd: root });
    }
    return [path.relative(root, file)];
  });
}

function readIfThere(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
