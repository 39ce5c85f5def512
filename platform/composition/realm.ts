import { z } from 'zod';
import { defineNeed } from './need.ts';
import { optional, type Values, withDefault } from './setting.ts';
import { httpAddress, text } from './setting-kinds.ts';

/** The realm of the identity provider: what stands in its tokens, and where its keys and tokens are. */
export interface RealmAddress {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
  /** What must stand in the `aud` of a token for the graph. */
  readonly audience: string;
  /** The clients whose tokens the graph takes: one of them must stand in a token's `azp`. */
  readonly clients: ReadonlySet<string>;
}

export const realmNeed = defineNeed<RealmAddress>('realm');

export const realmSettings = {
  IDENTITY_ISSUER: optional({
    schema: httpAddress,
    description:
      "the realm's address, as it stands in tokens: `https://id.bank/realms/portico`; production takes https only, on this machine too",
    without: "the stand-in's",
  }),
  IDENTITY_JWKS_URL: optional({
    schema: httpAddress,
    description: 'where its keys are',
    without: 'below the issuer, as Keycloak has them',
  }),
  IDENTITY_AUDIENCE: withDefault('portico-api', { schema: text, description: "what must stand in a token's `aud`" }),
  IDENTITY_CLIENTS: withDefault('portico-explorer,portico-messengers,portico-web', {
    schema: z
      .string()
      .regex(/^[\w.:-]{1,255}(,[\w.:-]{1,255}){0,199}$/, { error: 'must be client ids with commas between them, 200 at most' }),
    description:
      "the realm's clients whose tokens the graph takes (their `azp`), with commas between them; in development `portico-cli` as well",
  }),
};

/** Its password grant is for a terminal while customers are simulated. */
const developmentClients = ['portico-cli'];

export interface RealmCircumstances {
  readonly mode: 'development' | 'production';
  /** The issuer of the stand-in, where that runs. */
  readonly standIn: string | undefined;
}

/** Undefined in a process that neither serves a realm nor was told of one. */
export function realmAddress(values: Values<typeof realmSettings>, { mode, standIn }: RealmCircumstances): RealmAddress | undefined {
  const issuer = values.IDENTITY_ISSUER ?? standIn;
  if (issuer === undefined) return undefined;
  const endpoints = `${issuer}/protocol/openid-connect`;
  return {
    issuer,
    jwksUrl: values.IDENTITY_JWKS_URL ?? `${endpoints}/certs`,
    tokenUrl: `${endpoints}/token`,
    audience: values.IDENTITY_AUDIENCE,
    clients: new Set([...values.IDENTITY_CLIENTS.split(','), ...(mode === 'development' ? developmentClients : [])]),
  };
}

/** Values for the placeholders of the realm's export, such as the secrets of clients. */
export const realmVariablesNeed = defineNeed<Readonly<Record<string, string>>>('realm-variables');

/** Where pages find the identity provider; at their own origin where the stand-in runs beside them. */
export function identityUrlFor({ issuer }: RealmAddress, process: { has(part: string): boolean }): { readonly identityUrl?: string } {
  return process.has('identity') ? {} : { identityUrl: new URL(issuer).origin };
}
