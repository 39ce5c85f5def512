import { listingNeed } from '#platform/composition/listing.ts';
import { definePart } from '#platform/composition/part.ts';
import { identityUrlFor, realmNeed } from '#platform/composition/realm.ts';
import { createWelcome } from './index.ts';

export const welcome = definePart({
  name: 'welcome',
  part: 'pages',
  title: 'what runs here',
  path: '/about',
  isForDevelopment: false,
  settings: {},
  needs: { realm: realmNeed, listing: listingNeed },
  create(_settings, { realm, listing }, { process }) {
    const page = createWelcome({
      url: process.publicUrl,
      ...identityUrlFor(realm, process),
      demoUsers: process.has('identity'),
      // What the bank is made of is no business of strangers.
      ...(process.mode === 'development' ? { listing } : {}),
    });
    return { mounts: [{ prefix: '/about', handle: page.handle }] };
  },
});
