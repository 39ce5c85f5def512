import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Scope } from '#subgraphs/kit/descriptor.ts';

const root = path.resolve(import.meta.dirname, '../..');
const realmFile = path.join(root, 'identity/realm.json');
/** What a scope of the graph is called, and no other scope of the realm. */
const ofTheGraph = /^[a-z-]+:[a-z-]+$/;
/** Whoever has this scope acts for a customer. */
const customerScope = 'customer';
/** The client of developers, with the password grant; it may ask for scopes that nobody has. */
const developmentClient = 'portico-cli';

const realmShape = z.looseObject({
  clientScopes: z.array(z.looseObject({ name: z.string() })),
  clients: z.array(
    z.looseObject({ clientId: z.string(), defaultClientScopes: z.array(z.string()), optionalClientScopes: z.array(z.string()) }),
  ),
});
type Realm = z.infer<typeof realmShape>;

/** The realm with the scopes that the subgraphs declare, and with no other scope of the graph. */
export function withScopes(realm: Realm, scopes: readonly Scope[]): Realm {
  const others = (names: readonly string[]) => names.filter((name) => !ofTheGraph.test(name));
  const namesOf = (grantedTo: Scope['grantedTo']) => scopes.filter((scope) => scope.grantedTo === grantedTo).map(({ name }) => name);
  return {
    ...realm,
    clientScopes: [
      ...realm.clientScopes.filter(({ name }) => !ofTheGraph.test(name)),
      ...scopes.map(({ name, description }) => ({
        name,
        description,
        protocol: 'openid-connect',
        attributes: { 'include.in.token.scope': 'true', 'display.on.consent.screen': 'false' },
      })),
    ],
    clients: realm.clients.map((client) => ({
      ...client,
      defaultClientScopes: [
        ...others(client.defaultClientScopes),
        ...(client.defaultClientScopes.includes(customerScope) ? namesOf('customers') : []),
      ],
      optionalClientScopes: [...others(client.optionalClientScopes), ...(client.clientId === developmentClient ? namesOf('nobody') : [])],
    })),
  };
}

/** Whether identity/realm.json has other scopes of the graph than these; `write` puts them there. */
export function realmDiffers(scopes: readonly Scope[], write: boolean): boolean {
  const wrong = scopes.find(({ name }) => !ofTheGraph.test(name));
  if (wrong !== undefined) throw new Error(`the scope ${wrong.name} is no noun:verb`);
  const document: unknown = JSON.parse(readFileSync(realmFile, 'utf8'));
  realmShape.parse(document);
  // What zod answers with has its members in another order, and the file is to keep its own.
  const realm = document as Realm;
  const wanted = withScopes(realm, scopes);
  if (JSON.stringify(wanted) === JSON.stringify(realm)) return false;
  if (write) {
    writeFileSync(realmFile, `${JSON.stringify(wanted, null, 2)}\n`);
    spawnSync(process.execPath, [path.join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', realmFile], { cwd: root });
  }
  return true;
}
