import { expect, it } from 'vitest';
import { welcome } from '#clients/welcome/part.ts';
import type { JobsEndpoint } from '#platform/composition/jobs-endpoint.ts';
import type { RealmAddress } from '#platform/composition/realm.ts';
import { createMountServer } from '#platform/http/mount-server.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { noTracing } from '#platform/telemetry/tracing.ts';

const publicUrl = 'https://api.bank';

const jobs: JobsEndpoint = { at: (prefix) => ({ prefix, handle: (_request, response) => response.end('queues') }) };

async function pageIn(mode: 'development' | 'production', path = '/about'): Promise<string> {
  const listing = { subgraphs: [], legacySystems: [{ name: 'old-core', title: 'old core', about: 'accounts' }] };
  const realm: RealmAddress = {
    issuer: 'https://id.bank/realms/portico',
    jwksUrl: 'https://id.bank/keys',
    tokenUrl: 'https://id.bank/token',
    audience: 'portico-api',
    clients: new Set(),
  };
  const process = { mode, origin: 'http://localhost:4000', publicUrl, has: () => false };
  const { mounts } = welcome.create({}, { realm, listing, jobs }, { process, tracing: noTracing, logger: createLogger('test', 'silent') });
  const server = createMountServer({ name: 'pages', host: '127.0.0.1', port: 0, publicUrl, mounts, check: async () => {} });
  await server.start();
  const html = await (await fetch(server.url + path)).text();
  await server.stop();
  return html;
}

it('in production /about tells strangers nothing of what the bank is made of', async () => {
  expect(await pageIn('development')).toContain('Old core');
  const html = await pageIn('production');
  expect(html).toContain('What runs here');
  expect(html).not.toMatch(/old.core/i);
});

it('jobs are shown in development, and in production neither to strangers nor to anybody else', async () => {
  expect(await pageIn('development')).toContain('/about/jobs');
  expect(await pageIn('development', '/about/jobs')).toContain('Failed for good');
  expect(await pageIn('development', '/about/jobs/api/queues')).toBe('queues');
  expect(await pageIn('production')).not.toContain('/about/jobs');
  for (const path of ['/about/jobs', '/about/jobs/api/queues']) expect(await pageIn('production', path)).not.toMatch(/Failed|queues/);
});
