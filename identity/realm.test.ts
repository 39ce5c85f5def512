import { describe, expect, it } from 'vitest';
import realmDocument from './realm/development.json' with { type: 'json' };
import { parseRealm, RealmError, readRealm } from './realm.ts';

describe('the realm of development', () => {
  it('holds the clients that the README names', () => {
    const clients = new Map(readRealm().clients.map((client) => [client.clientId, client]));
    expect([...clients.keys()]).toEqual([
      'portico-explorer',
      'portico-messengers',
      'portico-web',
      'portico-cerberus',
      'portico-api',
      'portico-cli',
    ]);
    expect(clients.get('portico-explorer')).toMatchObject({
      publicClient: true,
      standardFlowEnabled: true,
      directAccessGrantsEnabled: false,
    });
    expect(clients.get('portico-messengers')).toMatchObject({
      publicClient: false,
      standardFlowEnabled: true,
      directAccessGrantsEnabled: false,
      webOrigins: [],
    });
    expect(clients.get('portico-cli')).toMatchObject({ publicClient: true, standardFlowEnabled: false, directAccessGrantsEnabled: true });
    expect(clients.get('portico-api')).toMatchObject({ bearerOnly: true, serviceAccountsEnabled: false });
    expect(clients.get('portico-cerberus')).toMatchObject({ publicClient: false, serviceAccountsEnabled: true });
  });

  it('binds each customer, and nobody else, to an 18-digit number of his own', () => {
    const { users } = readRealm();
    const customers = users.filter((user) => user.realmRoles.includes('customer'));
    const numbers = customers.map((user) => user.attributes.customer_number?.[0]);
    expect(customers.map((user) => user.username)).toEqual(['olena', 'taras', 'mykola', 'iryna', 'andriy', 'bohdan']);
    expect(new Set(numbers).size).toBe(customers.length);
    for (const number of numbers) expect(number).toMatch(/^\d{18}$/);
    for (const user of users) if (!customers.includes(user)) expect(user.attributes).not.toHaveProperty('customer_number');
  });

  it('gives the graph’s audience to applications, and to no service account', () => {
    for (const client of readRealm().clients) {
      if (client.bearerOnly) continue;
      expect([client.clientId, client.defaultClientScopes.includes('portico-api')]).toEqual([
        client.clientId,
        !client.serviceAccountsEnabled,
      ]);
    }
  });

  it('fills its placeholders from the environment, and from their defaults', () => {
    const filled = readRealm({ PORTICO_WEB_ORIGIN: 'https://bank.example', PORTICO_CERBERUS_SECRET: 'from-the-environment' });
    expect(filled.clients.find((client) => client.clientId === 'portico-cerberus')?.secret).toBe('from-the-environment');
    const web = (realm: typeof filled) => realm.clients.find((client) => client.clientId === 'portico-web');
    expect(web(filled)?.redirectUris).toContain('https://bank.example/*');
    expect(web(filled)?.webOrigins).toContain('https://bank.example');
    expect(web(readRealm())?.redirectUris).toContain('http://localhost:4000/*');
  });
});

describe('reading a realm export', () => {
  it('names every fault at once, and no value', () => {
    const broken = {
      ...realmDocument,
      accessTokenLifespan: 0,
      clients: [{ clientId: 'secretive', secret: 'hush', serviceAccountsEnabled: true }],
      users: [{ id: 'not-a-uuid', username: 'x', credentials: [{ type: 'password', value: 'do-not-print-me' }] }],
    };
    const fault = catchFault(() => parseRealm(broken));
    expect(fault).toBeInstanceOf(RealmError);
    expect(fault.message).toContain('accessTokenLifespan');
    expect(fault.message).toContain('clients.0.secret: a secret has at least 8 characters');
    expect(fault.message).toContain('users.0.id');
    expect(fault.message).not.toMatch(/hush|do-not-print-me/);
  });

  it('refuses names that lead nowhere', () => {
    const [explorer, ...others] = realmDocument.clients;
    const broken = {
      ...realmDocument,
      clients: [{ ...explorer, defaultClientScopes: ['basic', 'cards:burn'] }, explorer, ...others],
      users: realmDocument.users.filter((user) => user.username !== 'service-account-portico-cerberus'),
    };
    const { message } = catchFault(() => parseRealm(broken));
    expect(message).toContain('portico-explorer stands twice');
    expect(message).toContain('portico-explorer has the client scope cards:burn, which is not defined');
    expect(message).toContain('the service account of portico-cerberus is missing');
  });

  it.each([null, [], 'realm', { realm: 'portico' }])('refuses %j', (document) => {
    expect(() => parseRealm(document)).toThrow(RealmError);
  });
});

function catchFault(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Nothing was thrown.');
}
