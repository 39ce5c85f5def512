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
}

export const realmNeed = defineNeed<RealmAddress>('realm');

export const realmSettings = {
  IDENTITY_ISSUER: optional({
    schema: httpAddress,
    description: "the realm's address, as it stands in tokens: `https://id.bank/realms/portico`",
    without: "the stand-in's",
  }),
  IDENTITY_JWKS_URL: optional({
    schema: httpAddress,
    description: 'where its keys are',
    without: 'below the issuer, as Keycloak has them',
  }),
  IDENTITY_AUDIENCE: withDefault('portico-api', { schema: text, description: "what must stand in a token's `aud`" }),
};

/** `standIn` is the issuer of the stand-in, where that runs. Undefined in a process that neither serves a realm nor was told of one. */
export function realmAddress(values: Values<typeof realmSettings>, standIn: string | undefined): RealmAddress | undefined {
  const issuer = values.IDENTITY_ISSUER ?? standIn;
  if (issuer === undefined) return undefined;
  const endpoints = `${issuer}/protocol/openid-connect`;
  return {
    issuer,
    jwksUrl: values.IDENTITY_JWKS_URL ?? `${endpoints}/certs`,
    tokenUrl: `${endpoints}/token`,
    audience: values.IDENTITY_AUDIENCE,
  };
}

/** Values for the placeholders of the realm's export, such as the secrets of clients. */
export const realmVariablesNeed = defineNeed<Readonly<Record<string, string>>>('realm-variables');

/** Where pages find the identity provider; at their own origin where the stand-in runs beside them. */
export function identityUrlFor({ issuer }: RealmAddress, process: { has(part: string): boolean }): { readonly identityUrl?: string } {
  return process.has('identity') ? {} : { identityUrl: new URL(issuer).origin };
}
