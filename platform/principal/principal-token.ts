import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { BankError } from '../errors.ts';
import { grantsMax, type Principal } from './principal.ts';

/**
 * The gateway's word to a subgraph about who asks: a JWT signed by the gateway's Ed25519 key (RFC 8037), for one subgraph
 * and for a minute. A subgraph holds the public key only, so that it can check the word but not give it.
 */
export interface PrincipalIssuer {
  issue(principal: Principal, subgraph: string): Promise<string>;
}

export interface PrincipalVerifier {
  /** Throws a BankError UNAUTHENTICATED for anything but a fresh word of the gateway for this subgraph. */
  verify(token: string): Promise<Principal>;
}

const issuer = 'portico-gateway';
const algorithm = 'EdDSA';
const lifeSeconds = 60;
/** A token is handed out again while it has at least this long to live. */
const reuseMarginSeconds = 20;
/** How far the clocks of a gateway and a subgraph may be apart; a token may live for as much longer. */
const clockToleranceSeconds = 30;

const grants = { roles: z.array(z.string()).max(grantsMax), scopes: z.array(z.string()).max(grantsMax), exp: z.number() };
const known = { ...grants, sub: z.string() };

const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous'), ...grants }),
  z.object({ kind: z.literal('customer'), ...known, customer: z.string() }),
  z.object({ kind: z.literal('staff'), ...known }),
  z.object({ kind: z.literal('partner'), ...known, partner: z.string() }),
  z.object({ kind: z.literal('service'), ...known, client: z.string() }),
]);

/** The private claims of the token. */
function toClaims(principal: Principal): JWTPayload {
  const { kind, roles, scopes } = principal;
  const payload = { kind, roles: [...roles], scopes: [...scopes] };
  switch (principal.kind) {
    case 'anonymous':
      return payload;
    case 'customer':
      return { ...payload, sub: principal.subject, customer: principal.customerNumber };
    case 'staff':
      return { ...payload, sub: principal.subject };
    case 'partner':
      return { ...payload, sub: principal.subject, partner: principal.partnerId };
    case 'service':
      return { ...payload, sub: principal.subject, client: principal.clientId };
  }
}

function fromClaims(payload: z.infer<typeof claims>): Principal {
  const { roles, scopes } = payload;
  switch (payload.kind) {
    case 'anonymous':
      return { kind: payload.kind, roles, scopes };
    case 'customer':
      return { kind: payload.kind, subject: payload.sub, customerNumber: payload.customer, roles, scopes };
    case 'staff':
      return { kind: payload.kind, subject: payload.sub, roles, scopes };
    case 'partner':
      return { kind: payload.kind, subject: payload.sub, partnerId: payload.partner, roles, scopes };
    case 'service':
      return { kind: payload.kind, subject: payload.sub, clientId: payload.client, roles, scopes };
  }
}

export function generateGatewayKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

export function publicKeyOf(privateKey: KeyObject): KeyObject {
  return createPublicKey(privateKey);
}

export function createPrincipalIssuer(privateKey: KeyObject): PrincipalIssuer {
  // Signing costs more than a whole small query, so one principal's token serves until it is about to expire.
  const issued = new WeakMap<Principal, Map<string, { token: Promise<string>; until: number }>>();

  function sign(principal: Principal, subgraph: string): Promise<string> {
    return new SignJWT(toClaims(principal))
      .setProtectedHeader({ alg: algorithm, typ: 'principal+jwt' })
      .setIssuer(issuer)
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${lifeSeconds}s`)
      .sign(privateKey);
  }

  return {
    issue(principal, subgraph) {
      const now = Date.now() / 1_000;
      const ofPrincipal = issued.get(principal) ?? new Map<string, { token: Promise<string>; until: number }>();
      issued.set(principal, ofPrincipal);
      const kept = ofPrincipal.get(subgraph);
      if (kept !== undefined && kept.until > now) return kept.token;
      const token = sign(principal, subgraph);
      ofPrincipal.set(subgraph, { token, until: now + lifeSeconds - reuseMarginSeconds });
      return token;
    },
  };
}

export function createPrincipalVerifier(publicKey: KeyObject, subgraph: string): PrincipalVerifier {
  const verified = new LRUCache<string, { principal: Principal; expires: number }>({ max: 5_000 });

  return {
    async verify(token) {
      const kept = verified.get(token);
      if (kept !== undefined && kept.expires > Date.now() / 1_000) return kept.principal;
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          issuer,
          audience: subgraph,
          algorithms: [algorithm],
          typ: 'principal+jwt',
          clockTolerance: clockToleranceSeconds,
          // Whatever end a token names, it is good for this long and not a day.
          maxTokenAge: lifeSeconds,
        });
        const checked = claims.parse(payload);
        const principal = fromClaims(checked);
        verified.set(token, { principal, expires: checked.exp + clockToleranceSeconds });
        return principal;
      } catch (error) {
        throw new BankError('UNAUTHENTICATED', 'Only the gateway may ask here.', { cause: error });
      }
    },
  };
}
