import { afterEach, expect, it } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createMetricsRegistry } from '#platform/telemetry/metrics.ts';
import { type GatewayAtWork, startGatewayAtWork } from '../testkit/gateway-at-work.ts';

let at: GatewayAtWork | undefined;
afterEach(async () => {
  await at?.stop();
  at = undefined;
});

const ready = async ({ gateway }: GatewayAtWork) => fetch(`${gateway.url}/health/ready`);
const down = async () => {
  throw new Error('connection refused');
};

it('tells strangers in production whether requests are taken, and the name of nothing inside', async () => {
  const lines: string[] = [];
  const logger = createLogger('test', 'warn', { write: (line) => void lines.push(line) });
  const metrics = createMetricsRegistry();
  at = await startGatewayAtWork({ mode: 'production', checks: { 'old-core': down, mainframe: async () => {} }, logger, metrics });
  const response = await ready(at);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  // Our own people find it in the log and in the metrics.
  expect(lines.map((line) => JSON.parse(line)).filter(({ dependency }) => dependency === 'old-core')).toMatchObject([
    { msg: 'unavailable', err: { message: 'connection refused' } },
  ]);
  const told = await metrics.metrics();
  expect(told).toContain('portico_dependency_available{dependency="old-core"} 0');
  expect(told).toContain('portico_dependency_available{dependency="mainframe"} 1');
  expect(told).toContain('portico_dependency_available{dependency="identity"} 1');
});

it('says in development which part is unavailable', async () => {
  at = await startGatewayAtWork({ mode: 'development', checks: { 'old-core': down } });
  expect(await (await ready(at)).json()).toMatchObject({ status: 'ready', checks: { 'old-core': 'unavailable', identity: 'ok' } });
});

it.each(['development', 'production'] as const)('is 503 in %s without the keys of the identity provider', async (mode) => {
  at = await startGatewayAtWork({
    mode,
    identity: { issuer: 'https://id', audience: 'a', jwksUrl: 'http://127.0.0.1:1/keys', clients: new Set() },
  });
  const response = await ready(at);
  expect([response.status, (await response.json()) as unknown]).toMatchObject([503, { status: 'not ready' }]);
});

it.each([
  ['https://api.bank', 'max-age=31536000'],
  ['http://localhost:4000', null],
])('where people come to %s, each answer has strict-transport-security %s', async (publicUrl, header) => {
  const page = { prefix: '/page', handle: (_: unknown, response: { end(text: string): void }) => response.end('a page') };
  at = await startGatewayAtWork({ publicUrl, mounts: [page] });
  for (const path of ['/graphql', '/health/live', '/health/ready', '/page', '/nowhere', '/graphql?query={a}'])
    expect([path, (await fetch(at.gateway.url + path, { redirect: 'manual' })).headers.get('strict-transport-security')]).toEqual([
      path,
      header,
    ]);
  expect((await at.post({ query: '{ __typename }' })).headers.get('strict-transport-security')).toBe(header);
});
