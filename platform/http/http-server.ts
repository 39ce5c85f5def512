import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Service } from '../lifecycle.ts';
import type { ReservedPort } from './reserved-port.ts';

/** Somebody else listens there already. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;

  constructor(server: string, port: number) {
    super(`port ${port}, for the ${server}, is taken`);
    this.port = port;
  }
}

export interface HttpServerOptions {
  readonly name: string;
  readonly host: string;
  /** 0 takes any free port; `HttpServer.port` says which. A reserved port is taken over. */
  readonly port: number | ReservedPort;
  readonly handle: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  /** How long a connection without a request is still kept while draining, for a request that is already on its way. */
  readonly idleGraceMs?: number;
  /** For how long a caller may take nothing of an answer that is sent to it, before its connection is cut. */
  readonly unreadMsMax?: number;
}

export interface HttpServer extends Service {
  readonly port: number;
  readonly url: string;
  readonly draining: boolean;
  /** From here on each answer closes its connection, while new connections are still taken; `stop` ends that. */
  drain(): void;
}

/** How long a request that is still being sent when the drain begins may go on. */
const sendingGraceMs = 2_000;

interface Connection {
  readonly answering: Set<http.ServerResponse>;
  /** When its last answer ended, on the monotonic clock. */
  idleSince: number;
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
  const wanted = typeof options.port === 'number' ? options.port : options.port.number;
  const unreadMsMax = options.unreadMsMax ?? 10_000;
  const connections = new Map<Socket, Connection>();
  let draining = false;
  let drainingSince = 0;
  let stopped: Promise<void> | undefined;

  const server = http.createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 60_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      const connection = connections.get(request.socket);
      connection?.answering.add(response);
      if (draining) response.setHeader('connection', 'close');
      response.once('close', () => {
        connection?.answering.delete(response);
        if (connection !== undefined) connection.idleSince = performance.now();
      });
      options.handle(request, response);
    },
  );
  server.maxConnections = 10_000;
  server.maxHeadersCount = 100;
  server.timeout = unreadMsMax;
  // Node tells of a connection on which nothing moves. While an answer is still being made, that is as it should be; one that
  // nobody takes would hold its memory, and a stop, for as long as its caller likes.
  server.on('timeout', (socket) => {
    const isAtWork = (connections.get(socket)?.answering.size ?? 0) > 0 && socket.writableLength === 0;
    if (!isAtWork) socket.destroy();
  });
  server.on('connection', (socket) => {
    connections.set(socket, { answering: new Set(), idleSince: performance.now() });
    socket.once('close', () => connections.delete(socket));
  });

  function cutIdle(): void {
    const now = performance.now();
    for (const [socket, { answering, idleSince }] of connections) {
      if (answering.size === 0 && now - idleSince >= idleGraceMs) socket.destroySoon();
      // A request is accepted once it is here; one that is still being sent, however slowly, is not waited for much longer.
      else if (now - drainingSince >= sendingGraceMs && [...answering].every(({ req }) => !req.complete)) socket.destroySoon();
    }
  }

  function drain(): void {
    if (draining) return;
    draining = true;
    drainingSince = performance.now();
    for (const { answering } of connections.values()) {
      for (const response of answering) if (!response.headersSent) response.setHeader('connection', 'close');
    }
  }

  function stop(): Promise<void> {
    drain();
    if (!server.listening) return Promise.resolve();
    const sweep = setInterval(cutIdle, idleGraceMs / 5);
    return new Promise((resolve) => {
      server.once('close', () => {
        clearInterval(sweep);
        resolve();
      });
      // http.Server.close() would also cut idle connections; the server below it only stops listening.
      Object.getPrototypeOf(http.Server.prototype).close.call(server);
    });
  }

  return {
    name: options.name,
    get port() {
      return (server.address() as AddressInfo | null)?.port ?? wanted;
    },
    get url() {
      return `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${this.port}`;
    },
    get draining() {
      return draining;
    },
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'EADDRINUSE') reject(new PortTaken(options.name, wanted));
          else reject(new Error(`${options.name} cannot listen on ${options.host}:${wanted} (${error.code})`, { cause: error }));
        });
        if (typeof options.port === 'number') server.listen(options.port, options.host, () => resolve());
        else server.listen(options.port.listener, () => resolve());
      }),
    drain,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
