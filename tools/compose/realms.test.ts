import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRealm } from '#identity/realm.ts';
import type { RealmClient } from '#platform/composition/realm-client.ts';
import { forDevelopment, optional } from '#platform/composition/setting.ts';
import { secretText } from '#platform/composition/setting-kinds.ts';
import { secretsIn } from './realm-source.ts';
import { realmDocument } from './realms.ts';

const read = (file: string) => JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../identity/realm', file), 'utf8'));
const settings = {
  TAX_SECRET: forDevelopment('tax-development-secret', { schema: secretText(8), description: '', realmVariable: 'PORTICO_TAX_SECRET' }),
  OTHER: optional({ schema: secretText(8), description: '', realmVariable: 'PORTICO_OTHER_SECRET', without: 'none' }),
};
const taxOffice: RealmClient = {
  kind: 'service-account',
  clientId: 'portico-tax',
  name: 'Tax office',
  description: 'The account at the tax office.',
  audience: 'tax',
  secretVariable: 'PORTICO_TAX_SECRET',
};
const pages: RealmClient = { kind: 'browser', clientId: 'portico-pages', name: 'Pages', description: 'Pages.', scopes: ['loans:read'] };
const developers: RealmClient = { ...pages, clientId: 'portico-developers', scopes: 'on-request' };
const source = {
  scopes: [
    { name: 'loans:read', description: 'Read loans.', grantedTo: 'customers' },
    { name: 'taxes:read', description: 'Read taxes.', grantedTo: 'nobody' },
  ],
  clients: [pages, developers, taxOffice],
  secretOf: secretsIn(settings),
} as const;

const documentIn = (mode: 'development' | 'production', change: object = {}) =>
  realmDocument(read('base.json'), read('development-additions.json'), { ...source, isDevelopment: mode === 'development', ...change });
const given = {
  PORTICO_WEB_ORIGIN: 'https://bank.example',
  PORTICO_TAX_SECRET: 'a-secret-of-the-bank',
  PORTICO_API_SECRET: 'another-secret',
};
const clientOf = (document: unknown, clientId: string) =>
  parseRealm(document, given).clients.find((client) => client.clientId === clientId);

describe('the realm, made from the descriptors', () => {
  it('gives an application the scopes that it needs, to one that asks those of customers, and any to the command line of developers', () => {
    const scopesOf = (clientId: string) => {
      const { defaultClientScopes = [], optionalClientScopes = [] } = clientOf(documentIn('development'), clientId) ?? {};
      return [defaultClientScopes.filter((name) => name.includes(':')), optionalClientScopes];
    };
    expect(scopesOf('portico-pages')).toEqual([['loans:read'], []]);
    expect(scopesOf('portico-developers')).toEqual([[], ['loans:read']]);
    expect(scopesOf('portico-cli')).toEqual([[], ['loans:read', 'taxes:read']]);
    expect(scopesOf('portico-tax')).toEqual([[], []]);
  });

  it('lets a legacy system be signed in to by an account whose tokens are for it alone', () => {
    const realm = parseRealm(documentIn('production'), given);
    const client = realm.clients.find(({ clientId }) => clientId === 'portico-tax');
    expect(client).toMatchObject({ secret: 'a-secret-of-the-bank', serviceAccountsEnabled: true, standardFlowEnabled: false });
    const audiences = realm.clientScopes
      .filter(({ name }) => client?.defaultClientScopes.includes(name))
      .flatMap(({ protocolMappers }) =>
        protocolMappers.map(({ config }) => config['included.custom.audience'] ?? config['included.client.audience']),
      );
    expect(audiences.filter((audience) => audience !== undefined)).toEqual(['tax']);
  });

  it('refuses what would not be right: a scope of no subgraph, a secret of no setting, an audience that is a scope', () => {
    const withClient = (client: RealmClient) => () => documentIn('production', { clients: [client] });
    expect(withClient({ ...pages, scopes: ['loans:write'] })).toThrow('portico-pages: no subgraph grants loans:write to customers');
    expect(withClient({ ...pages, scopes: ['taxes:read'] })).toThrow('portico-pages: no subgraph grants taxes:read to customers');
    for (const secretVariable of ['PORTICO_NO_SECRET', 'PORTICO_OTHER_SECRET'])
      expect(withClient({ ...taxOffice, secretVariable })).toThrow(`no setting for development has the realmVariable ${secretVariable}`);
    expect(withClient({ ...taxOffice, audience: 'profile' })).toThrow('profile is a scope of the realm');
    expect(() => documentIn('production', { scopes: [{ name: 'Loans', description: '', grantedTo: 'nobody' }] })).toThrow('no noun:verb');
  });
});

describe.each([
  ['as it is committed', read('production.json')],
  ['as it would be made of other descriptors', documentIn('production')],
])('the realm of production, %s', (_title, document) => {
  const text = JSON.stringify(document);
  const production = parseRealm(document, given);

  it('has no way back to the machine of a developer, and no value that everybody knows', () => {
    expect(text).not.toMatch(/localhost|127\.0\.0\.1|\[::1\]|-development-secret|portico-demo/);
    expect(text).not.toMatch(/\$\{PORTICO_[A-Z_]+:/);
    expect(document.sslRequired).toBe('external');
    for (const { redirectUris, webOrigins } of production.clients)
      for (const address of [...redirectUris, ...webOrigins]) expect(address).toMatch(/^https:\/\/bank\.example(\/|$)/);
  });

  it('has no demo users, and no client that is asked for a password', () => {
    expect(production.users.filter(({ serviceAccountClientId }) => serviceAccountClientId === undefined)).toEqual([]);
    expect(production.clients.filter((client) => client.directAccessGrantsEnabled)).toEqual([]);
    expect(production.clients.map(({ clientId }) => clientId)).not.toContain('portico-cli');
  });

  it('gives no scope of the graph and no customer number to a client that is made later, in development neither', () => {
    for (const file of ['production.json', 'development.json']) {
      const { defaultDefaultClientScopes, defaultOptionalClientScopes } = read(file) as Record<string, string[]>;
      expect(defaultDefaultClientScopes).toEqual(['basic', 'roles', 'web-origins']);
      expect(defaultOptionalClientScopes).toEqual(['profile', 'email']);
    }
  });
});
