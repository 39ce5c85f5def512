import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDeadline } from './deadline.ts';
import { EnvironmentError, readEnvironment } from './environment.ts';
import { createServiceStack } from './lifecycle.ts';
import { anonymous, type Principal } from './principal/principal.ts';
import { createPrincipalIssuer, createPrincipalVerifier, generateGatewayKey, publicKeyOf } from './principal/principal-token.ts';
import { createLogger } from './telemetry/logger.ts';
import { maskPhone } from './telemetry/redact.ts';

describe('the environment', () => {
  const schema = z.object({ PORT: z.coerce.number().int().max(65_535).default(4000), SECRET: z.string().min(32), URL: z.url() });

  it('tells all its faults at once, and no value', () => {
    const read = () => readEnvironment(schema, { PORT: '99999', SECRET: 'short-secret' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/PORT:[\s\S]*SECRET:[\s\S]*URL:/);
    expect(read).not.toThrow(/short-secret/);
  });

  it('takes an empty value for one that is not set', () => {
    expect(readEnvironment(schema, { PORT: '', SECRET: 's'.repeat(32), URL: 'http://a' }).PORT).toBe(4000);
  });
});

describe("the gateway's word about who asks", () => {
  const key = generateGatewayKey();
  const grants = { subject: 'user', roles: ['customer'], scopes: ['accounts:read'] };
  const principal: Principal = { kind: 'customer', customerNumber: '100000000000000117', ...grants };
  const others: readonly Principal[] = [
    anonymous,
    { kind: 'staff', ...grants },
    { kind: 'partner', partnerId: 'shop', ...grants },
    { kind: 'service', clientId: 'portico-cerberus', ...grants },
  ];

  it.each([principal, ...others])('arrives as it was given for $kind', async (given) => {
    const verifier = createPrincipalVerifier(publicKeyOf(key), 'accounts');
    expect(await verifier.verify(await createPrincipalIssuer(key).issue(given, 'accounts'))).toEqual(given);
  });

  it('is signed once for many requests of one principal', async () => {
    const issuer = createPrincipalIssuer(key);
    expect(await issuer.issue(principal, 'accounts')).toBe(await issuer.issue(principal, 'accounts'));
    expect(await issuer.issue(principal, 'accounts')).not.toBe(await issuer.issue(principal, 'cards'));
  });

  it('is worth nothing elsewhere, from another gateway, or with a letter changed', async () => {
    const token = await createPrincipalIssuer(key).issue(principal, 'accounts');
    const refused = { code: 'UNAUTHENTICATED' };
    await expect(createPrincipalVerifier(publicKeyOf(key), 'cards').verify(token)).rejects.toMatchObject(refused);
    await expect(createPrincipalVerifier(publicKeyOf(generateGatewayKey()), 'accounts').verify(token)).rejects.toMatchObject(refused);
    const verifier = createPrincipalVerifier(publicKeyOf(key), 'accounts');
    await expect(verifier.verify(`${token.slice(0, -4)}AAAA`)).rejects.toMatchObject(refused);
    await expect(verifier.verify('')).rejects.toMatchObject(refused);
  });
});

describe('a stack of services', () => {
  const service = (name: string, log: string[], fails = false) => ({
    name,
    start: async () => {
      if (fails) throw new Error(`${name} cannot start`);
      log.push(`+${name}`);
    },
    stop: async () => {
      log.push(`-${name}`);
    },
  });

  it('stops the last first', async () => {
    const log: string[] = [];
    const stack = createServiceStack(createLogger('test', 'silent'));
    await stack.start(service('core', log));
    await stack.start(service('gateway', log));
    await stack.stop();
    await stack.stop();
    expect(log).toEqual(['+core', '+gateway', '-gateway', '-core']);
  });

  it('takes down what runs when one cannot start', async () => {
    const log: string[] = [];
    const stack = createServiceStack(createLogger('test', 'silent'));
    await stack.start(service('core', log));
    await expect(stack.start(service('gateway', log, true))).rejects.toThrow('gateway cannot start');
    expect(log).toEqual(['+core', '-core']);
  });
});

describe('a deadline', () => {
  it('is never later than that of who asks', () => {
    const parent = createDeadline(50);
    expect(createDeadline(10_000, parent).remainingMs()).toBeLessThanOrEqual(50);
    expect(createDeadline(10, parent).remainingMs()).toBeLessThanOrEqual(10);
  });

  it('aborts when its parent does', async () => {
    const child = createDeadline(60_000, createDeadline(5));
    await new Promise<void>((resolve) => child.signal.addEventListener('abort', () => resolve()));
    expect(child.signal.aborted).toBe(true);
  });
});

describe('what a log shows', () => {
  it('is a phone number without its middle', () => {
    expect(maskPhone('+380671234567')).toBe('+380 ••••••• 67');
    expect(maskPhone('nonsense')).toBe('•••');
  });
});
