import { z } from 'zod';

// Every part of a realm export that the stand-in reads, with a bound on each. What Keycloak alone understands is skipped.

const name = z.string().min(1).max(255);
const text = z.string().max(2_000);
const address = z.string().min(1).max(2_000);

const protocolMapper = z.object({
  name,
  protocolMapper: name,
  config: z.record(z.string().max(255), text).default({}),
});

const clientScope = z.object({
  name,
  attributes: z.record(z.string().max(255), text).default({}),
  protocolMappers: z.array(protocolMapper).max(50).default([]),
});

const client = z
  .object({
    clientId: name,
    name: text.optional(),
    enabled: z.boolean().default(true),
    publicClient: z.boolean().default(false),
    bearerOnly: z.boolean().default(false),
    secret: z.string().min(8, 'a secret has at least 8 characters').max(255).optional(),
    standardFlowEnabled: z.boolean().default(false),
    directAccessGrantsEnabled: z.boolean().default(false),
    serviceAccountsEnabled: z.boolean().default(false),
    redirectUris: z.array(address).max(50).default([]),
    webOrigins: z.array(address).max(50).default([]),
    attributes: z.record(z.string().max(255), text).default({}),
    defaultClientScopes: z.array(name).max(50).default([]),
    optionalClientScopes: z.array(name).max(50).default([]),
  })
  .refine((value) => value.publicClient || value.secret !== undefined, 'a client that is not public needs a secret')
  .refine((value) => !value.standardFlowEnabled || value.redirectUris.length > 0, 'the standard flow needs a redirect URI');

const user = z.object({
  id: z.uuid(),
  username: name,
  enabled: z.boolean().default(true),
  email: z.email().max(255).optional(),
  emailVerified: z.boolean().default(false),
  firstName: text.optional(),
  lastName: text.optional(),
  serviceAccountClientId: name.optional(),
  attributes: z.record(z.string().max(255), z.array(text).max(10)).default({}),
  realmRoles: z.array(name).max(100).default([]),
  clientRoles: z.record(name, z.array(name).max(100)).default({}),
  credentials: z
    .array(z.object({ type: z.literal('password'), value: z.string().min(1).max(255) }))
    .max(1)
    .default([]),
});

const seconds = z.int().min(1).max(31_536_000);

export const realmSchema = z.object({
  realm: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'a realm name is lower-case letters, digits and hyphens'),
  displayName: text.optional(),
  accessTokenLifespan: seconds,
  accessCodeLifespan: seconds,
  accessCodeLifespanLogin: seconds,
  ssoSessionIdleTimeout: seconds,
  ssoSessionMaxLifespan: seconds,
  revokeRefreshToken: z.boolean(),
  failureFactor: z.int().min(1).max(1_000),
  waitIncrementSeconds: seconds,
  clientScopes: z.array(clientScope).max(100),
  clients: z.array(client).max(100),
  users: z.array(user).max(1_000),
});

export type Realm = z.infer<typeof realmSchema>;
export type RealmClient = Realm['clients'][number];
export type RealmUser = Realm['users'][number];
export type ClientScope = Realm['clientScopes'][number];
export type ProtocolMapper = ClientScope['protocolMappers'][number];
