import { describe, expect, it } from 'vitest';
import { accessTokenClaims, toPrincipal } from './access-token-claims.ts';

const token = { sub: 'somebody', exp: 1_800_000_000, typ: 'Bearer', azp: 'portico-web', scope: 'openid accounts:read' };
const asCustomer = { customer_number: '117', realm_access: { roles: ['customer'] } };
const grants = { subject: 'somebody', roles: [], scopes: ['openid', 'accounts:read'] };

describe('a token is of', () => {
  it.each([
    [
      'a customer, by the number that the core knows and the role',
      asCustomer,
      { kind: 'customer', customerNumber: '117', ...grants, roles: ['customer'] },
    ],
    ['no customer, whatever the number, without the role', { customer_number: '117' }, { kind: 'staff', ...grants }],
    [
      'no customer, whatever the role, without a number',
      { realm_access: { roles: ['customer'] } },
      { kind: 'staff', ...grants, roles: ['customer'] },
    ],
    ['staff, if it is of a user without such a number', {}, { kind: 'staff', ...grants }],
    ['a partner, by its id', { client_id: 'shop', partner_id: 'shop' }, { kind: 'partner', partnerId: 'shop', ...grants }],
    ['a service, if a client logged in as itself', { client_id: 'cerberus' }, { kind: 'service', clientId: 'cerberus', ...grants }],
    [
      'a customer whatever roles there are beside',
      { customer_number: '117', realm_access: { roles: ['staff', 'customer', 'partner'] } },
      { kind: 'customer', customerNumber: '117', ...grants, roles: ['staff', 'customer', 'partner'] },
    ],
  ])('%s', (_who, claims, principal) => {
    expect(toPrincipal(accessTokenClaims.parse({ ...token, ...claims }))).toEqual(principal);
  });

  it.each([
    ['a customer and a service', { customer_number: '117', client_id: 'cerberus' }],
    ['a customer and a partner', { customer_number: '117', partner_id: 'shop' }],
    ['a customer without a number that could be one', { customer_number: '0117' }],
    ['a partner without an id that could be one', { partner_id: 'a shop' }],
    ['nobody', { sub: '' }],
    ['somebody who only wants a new one', { typ: 'Refresh' }],
  ])('%s: not taken', (_who, claims) => {
    expect(accessTokenClaims.safeParse({ ...token, ...claims }).success).toBe(false);
  });
});
