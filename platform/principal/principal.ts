/** What a token grants, whoever it is for. A kind of principal gives no right by itself; these do. */
interface Grants {
  readonly roles: readonly string[];
  /** `noun:verb`, such as `accounts:read`. */
  readonly scopes: readonly string[];
}

/** A request without a token. It has no rights. */
export interface AnonymousPrincipal extends Grants {
  readonly kind: 'anonymous';
}

/** A customer of the bank, logged in by themselves. */
export interface CustomerPrincipal extends Grants {
  readonly kind: 'customer';
  /** The identity provider's id of the user. */
  readonly subject: string;
  /** The core's number of the customer. */
  readonly customerNumber: string;
}

/** A user who is no customer: somebody who works at the bank. */
export interface StaffPrincipal extends Grants {
  readonly kind: 'staff';
  readonly subject: string;
}

/** A program of a partner, with a token of its own (client credentials, RFC 6749, section 4.4). */
export interface PartnerPrincipal extends Grants {
  readonly kind: 'partner';
  readonly subject: string;
  readonly partnerId: string;
}

/** A program of the bank, with a token of its own. */
export interface ServicePrincipal extends Grants {
  readonly kind: 'service';
  readonly subject: string;
  /** The OAuth client that it is. */
  readonly clientId: string;
}

/** Who is asking, as the gateway has verified it. Nothing in it comes from the request but what a signed token says. */
export type Principal = AnonymousPrincipal | CustomerPrincipal | StaffPrincipal | PartnerPrincipal | ServicePrincipal;

export const anonymous: AnonymousPrincipal = { kind: 'anonymous', roles: [], scopes: [] };

/** The most roles, and the most scopes, that a principal may have: more than a token of 8 kB can name. */
export const grantsMax = 2_000;
