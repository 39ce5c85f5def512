import { z } from 'zod';
import { grantsMax, type Principal } from '#platform/principal/principal.ts';

/** The claims of a Keycloak access token that count here. */
export const accessTokenClaims = z
  .object({
    sub: z.string().min(1).max(255),
    exp: z.number(),
    /** An ID token and a refresh token are signed by the same keys; only this tells them apart. */
    typ: z.literal('Bearer'),
    /** The client that the token was issued to. Keycloak puts it into every access token. */
    azp: z.string().min(1).max(255),
    scope: z.string().default(''),
    realm_access: z.object({ roles: z.array(z.string()).max(grantsMax) }).optional(),
    /** The core's number of the customer; a user's attribute. */
    customer_number: z
      .string()
      .regex(/^[1-9]\d{0,18}$/)
      .optional(),
    /** An attribute of a partner's OAuth client. */
    partner_id: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
    /** Keycloak puts it into the tokens of clients that log in as themselves, and into no user's. */
    client_id: z.string().min(1).max(255).optional(),
    /** The key that the token's holder must prove to have: DPoP (RFC 9449, section 6), or a TLS certificate (RFC 8705, section 3.1). */
    cnf: z.unknown().optional(),
    locale: z.string().max(20).optional().catch(undefined),
  })
  .refine(({ customer_number, partner_id, client_id }) => customer_number === undefined || (partner_id ?? client_id) === undefined, {
    error: 'the token is of a customer and of a program at once',
  });
export type AccessTokenClaims = z.infer<typeof accessTokenClaims>;

/** The realm role of a customer. A number without it, as of somebody who has left the bank, makes nobody a customer. */
const customerRole = 'customer';

/** Who the token is for. Its claims say so; a role makes a customer of nobody who has no number, and of no program. */
export function toPrincipal(claims: AccessTokenClaims): Principal {
  const { sub: subject, customer_number, partner_id, client_id } = claims;
  const grants = { roles: claims.realm_access?.roles ?? [], scopes: claims.scope.split(' ').filter((name) => name !== '') };
  if (partner_id !== undefined) return { kind: 'partner', subject, partnerId: partner_id, ...grants };
  if (client_id !== undefined) return { kind: 'service', subject, clientId: client_id, ...grants };
  if (customer_number !== undefined && grants.roles.includes(customerRole))
    return { kind: 'customer', subject, customerNumber: customer_number, ...grants };
  return { kind: 'staff', subject, ...grants };
}
