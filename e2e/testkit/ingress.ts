import http from 'node:http';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';

export interface Ingress extends HttpServer {
  /** What was sent on, oldest first. */
  readonly passed: readonly { readonly name: string; readonly headers: http.IncomingHttpHeaders }[];
}

/** Sends `/{name}/…` on to the server of that name, as a bank's ingress would. */
export function createIngress(servers: ReadonlyMap<string, string>): Ingress {
  const passed: Ingress['passed'][number][] = [];
  const server = createHttpServer({
    name: 'ingress',
    host: '127.0.0.1',
    port: 0,
    handle: (request, response) => {
      const [, name = '', path = ''] = /^\/([a-z-]+)(\/.*)$/.exec(request.url ?? '') ?? [];
      passed.push({ name, headers: request.headers });
      const onwards = http.request(`${servers.get(name)}${path}`, { method: request.method, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onwards.once('error', () => response.writeHead(502).end());
      request.pipe(onwards);
    },
  });
  return Object.assign(Object.create(server) as HttpServer, { passed });
}
