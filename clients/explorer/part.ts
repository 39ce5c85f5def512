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
  needs: { realm: realmNeed },
  create: (_settings, { realm }, { process }) => ({
    mounts: [{ prefix: '/explorer', handle: createExplorer(identityUrlFor(realm, process)).handle }],
  }),
});
