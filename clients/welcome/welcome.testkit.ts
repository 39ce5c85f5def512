import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StaticSite } from '#platform/http/static-site.ts';

export interface Health {
  readonly status: 'ready' | 'not ready';
  readonly checks: Readonly<Record<string, string>>;
}

export interface WelcomeServer {
  readonly url: string;
  /** What /health/ready answers from now on; undefined: something that is no JSON. */
  health: Health | undefined;
  stop(): Promise<void>;
}

export async function serveWelcome(site: StaticSite): Promise<WelcomeServer> {
  const server = http.createServer((request, response) => {
    if (request.url !== '/health/ready') return site.handle(request, response);
    const { health } = served;
    if (health === undefined) return void response.writeHead(502).end('<html>Bad gateway</html>');
    response.writeHead(health.status === 'ready' ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(health));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const served: WelcomeServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    health: { status: 'ready', checks: {} },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return served;
}
