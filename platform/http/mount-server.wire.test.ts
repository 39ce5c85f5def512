import { expect, it } from 'vitest';
import { createMountServer } from './mount-server.ts';

it.each([
  ['https://api.bank', 'max-age=31536000'],
  ['http://localhost:4000', null],
])('pages without a gateway, where people come to %s, have strict-transport-security %s', async (publicUrl, header) => {
  const server = createMountServer({
    name: 'pages',
    host: '127.0.0.1',
    port: 0,
    publicUrl,
    mounts: [{ prefix: '/', handle: (_, response) => response.end('a page') }],
    check: async () => {},
  });
  await server.start();
  for (const path of ['/', '/health/live', '/health/ready'])
    expect([path, (await fetch(server.url + path)).headers.get('strict-transport-security')]).toEqual([path, header]);
  await server.stop();
});
