import { customerScopesNeed } from '#platform/composition/graph.ts';
import { definePart } from '#platform/composition/part.ts';
import { identityUrlFor, realmNeed } from '#platform/composition/realm.ts';
import { createExplorer } from './index.ts';

export const explorer = definePart({
  name: 'explorer',
  part: 'pages',
  title: 'explorer',
  path: '/explorer',
  isForDevelopment: false,
  settings: {},
  needs: { realm: realmNeed, customerScopes: customerScopesNeed },
  realmClients: [
    {
      kind: 'browser',
      clientId: 'portico-explorer',
      name: 'Portico explorer',
      description: 'The self-hosted GraphQL explorer: code flow with PKCE in the browser.',
      scopes: 'on-request',
    },
  ],
  create: (_settings, { realm, customerScopes }, { process }) => ({
    mounts: [{ prefix: '/explorer', handle: createExplorer({ ...identityUrlFor(realm, process), scopes: customerScopes }).handle }],
  }),
});
