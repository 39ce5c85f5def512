import { answerHealth } from './health-paths.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';
import { findMount, type Mount } from './mount.ts';
import { respondJson } from './respond-json.ts';
import { strictTransportHeaders } from './strict-transport.ts';

export interface MountServerOptions {
  readonly name: string;
  readonly host: string;
  readonly port: HttpServerOptions['port'];
  /** How people reach it: `https://api.bank`. */
  readonly publicUrl: string;
  readonly mounts: readonly Mount[];
  /** Rejects while what the mounts need is not there. */
  readonly check: () => Promise<void>;
}

/** A listener for what else is served at the gateway's address, in a process without a gateway. */
export function createMountServer({ mounts, publicUrl, check, ...options }: MountServerOptions): HttpServer {
  const secured = new Map(Object.entries(strictTransportHeaders(publicUrl)));
  const server: HttpServer = createHttpServer({
    ...options,
    handle: (request, response) => {
      response.setHeaders(secured);
      const isReady = async () => {
        if (server.draining) return false;
        await check();
        return true;
      };
      if (answerHealth(request, response, isReady)) return;
      const [pathname = '/'] = (request.url ?? '/').split('?', 1);
      const mount = findMount(mounts, pathname);
      if (mount !== undefined) return mount.handle(request, response);
      request.resume();
      respondJson(response, 404, { message: 'There is nothing here.' });
    },
  });
  return server;
}
