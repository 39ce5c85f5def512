import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
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

const claims = z.object({
  sub: z.string().optional(),
  customer: z.string().optional(),
  roles: z.array(z.string()).max(grantsMax),
  scopes: z.array(z.string()).max(grantsMax),
  exp: z.number(),
});

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
    const { subject, customerNumber, roles, scopes } = principal;
    const token = new SignJWT({
      roles: [...roles],
      scopes: [...scopes],
      ...(customerNumber === undefined ? {} : { customer: customerNumber }),
    })
      .setProtectedHeader({ alg: algorithm, typ: 'principal+jwt' })
      .setIssuer(issuer)
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${lifeSeconds}s`);
    return (subject === undefined ? token : token.setSubject(subject)).sign(privateKey);
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
        const { sub, customer, roles, scopes, exp } = claims.parse(payload);
        const principal = { subject: sub, customerNumber: customer, roles, scopes };
        verified.set(token, { principal, expires: exp + clockToleranceSeconds });
        return principal;
      } catch (error) {
        throw new BankError('UNAUTHENTICATED', 'Only the gateway may ask here.', { cause: error });
      }
    },
  };
}
