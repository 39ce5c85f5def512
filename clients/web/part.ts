import { definePart } from '../../platform/composition/part.ts';
import { identityUrlFor, realmNeed } from '../../platform/composition/realm.ts';
import { demoUsers } from '../welcome/demo-users.ts';
import { createWebBank } from './index.ts';

export const webBank = definePart({
  name: 'web',
  part: 'pages',
  title: 'web bank',
  path: '/',
  isForDevelopment: false,
  settings: {},
  needs: { realm: realmNeed },
  realmClients: [
    {
      kind: 'browser',
      clientId: 'portico-web',
      name: 'Portico web bank',
      description: 'The web bank: code flow with PKCE in the browser.',
      scopes: [
        'accounts:read',
        'cards:read',
        'cards:write',
        'customer:read',
        'notices:read',
        'notices:write',
        'payees:read',
        'payees:write',
      ],
    },
  ],
  create(_settings, { realm }, { process }) {
    const page = createWebBank({
      ...identityUrlFor(realm, process),
      demoUsers: process.has('identity') ? demoUsers.filter((user) => user.isCustomer).map((user) => user.name) : [],
    });
    return { mounts: [{ prefix: '/', handle: page.handle }] };
  },
});
