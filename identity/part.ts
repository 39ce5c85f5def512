import { definePart } from '#platform/composition/part.ts';
import { realmVariablesNeed } from '#platform/composition/realm.ts';
import { readRealm } from './realm.ts';
import { createIdentityStandIn } from './stand-in/stand-in.ts';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

export const identityStandIn = definePart({
  name: 'identity',
  part: 'identity',
  title: 'identity',
  path: '/realms/portico',
  isForDevelopment: true,
  settings: {},
  needs: { variables: realmVariablesNeed },
  faultsOf: (_settings, { host }) =>
    loopback.test(host)
      ? []
      : ['HOST: must be a loopback address while the identity stand-in runs here; for others to reach the gateway, use a Keycloak'],
  create(_settings, { variables }, { process, logger }) {
    const standIn = createIdentityStandIn({ issuerOrigin: process.publicUrl, realm: readRealm(variables), mode: process.mode, logger });
    return { mounts: [{ prefix: '/realms/', handle: standIn.handle }] };
  },
});
