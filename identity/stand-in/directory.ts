import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Realm, RealmClient, RealmUser } from '../realm-schema.ts';

/** Who and what is in the realm. */
export interface Directory {
  readonly realm: Realm;
  client(clientId: string): RealmClient | undefined;
  user(id: string): RealmUser | undefined;
  userByName(username: string): RealmUser | undefined;
  serviceAccount(clientId: string): RealmUser | undefined;
  /** Takes the same time whether the user exists or not, and whatever part of the password is wrong. */
  passwordMatches(username: string, password: string): boolean;
  secretMatches(client: RealmClient, secret: string): boolean;
}

export function createDirectory(realm: Realm): Directory {
  const clients = new Map(realm.clients.filter((client) => client.enabled).map((client) => [client.clientId, client]));
  const enabled = realm.users.filter((user) => user.enabled);
  const byId = new Map(enabled.map((user) => [user.id, user]));
  const byName = new Map(enabled.map((user) => [user.username.toLowerCase(), user]));

  // Digests of equal length make the comparison constant-time; the passwords are published, so a slow hash buys nothing.
  const pepper = randomBytes(32);
  const digest = (value: string) => createHmac('sha256', pepper).update(value).digest();
  const unknown = digest(randomBytes(32).toString('hex'));
  const passwords = new Map(enabled.flatMap((user) => user.credentials.map(({ value }) => [user.id, digest(value)] as const)));

  return {
    realm,
    client: (clientId) => clients.get(clientId),
    user: (id) => byId.get(id),
    userByName: (username) => byName.get(username.toLowerCase()),
    serviceAccount: (clientId) => enabled.find((user) => user.serviceAccountClientId === clientId),
    passwordMatches(username, password) {
      const user = byName.get(username.toLowerCase());
      const expected = user === undefined ? undefined : passwords.get(user.id);
      return timingSafeEqual(digest(password), expected ?? unknown) && expected !== undefined;
    },
    secretMatches: (client, secret) => client.secret !== undefined && timingSafeEqual(digest(secret), digest(client.secret)),
  };
}
