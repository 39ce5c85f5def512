import { jobsEndpointNeed } from '#platform/composition/jobs-endpoint.ts';
import { listingNeed } from '#platform/composition/listing.ts';
import { optionally } from '#platform/composition/need.ts';
import { definePart } from '#platform/composition/part.ts';
import { identityUrlFor, realmNeed } from '#platform/composition/realm.ts';
import { contentSecurityPolicy, createWelcome } from './index.ts';
import { createJobsPage } from './jobs-page.ts';

export const welcome = definePart({
  name: 'welcome',
  part: 'pages',
  title: 'what runs here',
  path: '/about',
  isForDevelopment: false,
  settings: {},
  needs: { realm: realmNeed, listing: listingNeed, jobs: optionally(jobsEndpointNeed) },
  create(_settings, { realm, listing, jobs }, { process }) {
    const shownJobs = process.mode === 'development' ? jobs : undefined;
    const page = createWelcome({
      url: process.publicUrl,
      ...identityUrlFor(realm, process),
      demoUsers: process.has('identity'),
      // What the bank is made of is no business of strangers.
      ...(process.mode === 'development' ? { listing } : {}),
      jobs: shownJobs !== undefined,
    });
    const ofJobs =
      shownJobs === undefined
        ? []
        : [{ prefix: '/about/jobs', handle: createJobsPage(contentSecurityPolicy).handle }, shownJobs.at('/about/jobs/api/')];
    return { mounts: [{ prefix: '/about', handle: page.handle }, ...ofJobs] };
  },
});
