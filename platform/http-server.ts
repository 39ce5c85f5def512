import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Service } from './lifecycle.ts';

export interface HttpServerOptions {
  readonly name: string;
  readonly host: string;
  /** 0 takes any free port; `HttpServer.port` says which. */
  readonly port: number;
  readonly handle: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  /** How long a connection without a request is still kept while draining, for a request that is already on its way. */
  readonly idleGraceMs?: number;
}

export interface HttpServer extends Service {
  readonly port: number;
  readonly url: string;
  readonly draining: boolean;
}

/**
 * An HTTP/1.1 server that can stop without failing a request it has accepted.
 *
 * Node's own `close()` cuts idle keep-alive connections at once, and a request already on its way there is lost. Here a
 * draining server first answers on every open connection with `Connection: close`, and cuts a connection only after it
 * has been idle for `idleGraceMs`.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const idleGraceMs = options.idleGraceMs ?? 250;
  const busy = new Map<Socket, number>();
  let draining = false;
  let stopped: Promise<void> | undefined;

  const server = http.createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 }, (request, response) => {
    const { socket } = request;
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    if (draining) response.setHeader('connection', 'close');
    response.once('close', () => {
      busy.set(socket, (busy.get(socket) ?? 1) - 1);
      if (draining) cutWhenIdle(socket);
    });
    options.handle(request, response);
  });
  server.maxConnections = 10_000;
  server.maxHeadersCount = 100;
  server.on('connection', (socket) => {
    busy.set(socket, 0);
    socket.once('close', () => busy.delete(socket));
    if (draining) cutWhenIdle(socket);
  });

  function cutWhenIdle(socket: Socket): void {
    setTimeout(() => {
      if ((busy.get(socket) ?? 0) === 0) socket.destroySoon();
    }, idleGraceMs);
  }

  function stop(): Promise<void> {
    draining = true;
    if (!server.listening) return Promise.resolve();
    return new Promise((resolve) => {
      server.once('close', () => resolve());
      // http.Server.close() would also cut idle connections; the server below it only stops listening.
      Object.getPrototypeOf(http.Server.prototype).close.call(server);
      for (const socket of busy.keys()) cutWhenIdle(socket);
    });
  }

  return {
    name: options.name,
    get port() {
      return (server.address() as AddressInfo | null)?.port ?? options.port;
    },
    get url() {
      return `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${this.port}`;
    },
    get draining() {
      return draining;
    },
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? new Error(`${options.name}: port ${options.port} is taken; set another one in the environment.`)
              : error,
          ),
        );
        server.listen(options.port, options.host, () => resolve());
      }),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
