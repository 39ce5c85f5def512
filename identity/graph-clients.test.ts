import { expect, it } from 'vitest';
import { realmAddress, realmSettings } from '#platform/composition/realm.ts';
import { valuesOf } from '#platform/composition/setting.ts';
import { readRealm } from './realm.ts';

const clientsIn = (mode: 'development' | 'production') =>
  [...(realmAddress(valuesOf(realmSettings, {}), { mode, standIn: 'http://localhost/realms/portico' })?.clients ?? [])].toSorted();

it('the graph takes tokens of the applications that people log in to, and of no other client of the realm', () => {
  const applications = readRealm().clients.filter((client) => client.standardFlowEnabled || client.directAccessGrantsEnabled);
  expect(clientsIn('development')).toEqual(applications.map(({ clientId }) => clientId).toSorted());
});

it('of those that are asked for a password themselves, none in production', () => {
  const applications = readRealm().clients.filter((client) => client.standardFlowEnabled && !client.directAccessGrantsEnabled);
  expect(clientsIn('production')).toEqual(applications.map(({ clientId }) => clientId).toSorted());
});
