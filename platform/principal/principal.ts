/** Who asks, as the gateway has verified it. Nothing in it comes from the request but what a signed token says. */
export interface Principal {
  /** The identity provider's id of the user; absent for a request without a token. */
  readonly subject: string | undefined;
  /** The core's number of the customer that the user is; absent for staff, partners and anonymous requests. */
  readonly customerNumber: string | undefined;
  readonly roles: readonly string[];
  /** `noun:verb`, such as `accounts:read`. */
  readonly scopes: readonly string[];
}

export const anonymous: Principal = { subject: undefined, customerNumber: undefined, roles: [], scopes: [] };

/** The most roles, and the most scopes, that a principal may have: more than a token of 8 kB can name. */
export const grantsMax = 2_000;
