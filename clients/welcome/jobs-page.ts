import { createStaticSite, type StaticSite } from '#platform/http/static-site.ts';

const here = (name: string) => new URL(name, import.meta.url);

/** The page at `/about/jobs`, for development: what waits, what failed for good, and a button that tries it again. */
export function createJobsPage(contentSecurityPolicy: readonly string[]): StaticSite {
  const html = { content: here('page/jobs.html'), type: 'text/html; charset=utf-8' };
  return createStaticSite({
    prefix: '/about/jobs',
    contentSecurityPolicy,
    files: [
      { path: '/about/jobs', ...html },
      { path: '/about/jobs/', ...html },
      { path: '/about/jobs/jobs.css', content: here('page/jobs.css') },
      { path: '/about/jobs/jobs.js', content: here('page/jobs.js') },
    ],
  });
}
