import { expect, it } from 'vitest';
import { withScopes } from './realm-scopes.ts';

const realm = {
  clientScopes: [{ name: 'customer' }, { name: 'loans:read' }],
  clients: [
    { clientId: 'portico-web', defaultClientScopes: ['customer', 'loans:read'], optionalClientScopes: [] },
    { clientId: 'portico-cli', defaultClientScopes: ['customer'], optionalClientScopes: ['phone'] },
    { clientId: 'portico-cerberus', defaultClientScopes: ['cerberus'], optionalClientScopes: [] },
  ],
};

it('a scope goes to whoever acts for a customer, or to nobody but the client of developers; one that no subgraph has goes away', () => {
  const { clientScopes, clients } = withScopes(realm, [
    { name: 'cards:read', description: 'Read cards.', grantedTo: 'customers' },
    { name: 'taxes:read', description: 'Read taxes.', grantedTo: 'nobody' },
  ]);
  expect(clientScopes.map(({ name }) => name)).toEqual(['customer', 'cards:read', 'taxes:read']);
  expect(clients.map((client) => [client.defaultClientScopes, client.optionalClientScopes])).toEqual([
    [['customer', 'cards:read'], []],
    [
      ['customer', 'cards:read'],
      ['phone', 'taxes:read'],
    ],
    [['cerberus'], []],
  ]);
});
