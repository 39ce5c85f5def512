import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Service } from '../lifecycle.ts';
import { createConnections } from './connections.ts';
import { joinListener, listenBySeveral } from './listeners.ts';
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
  /** For how long an answer may be on its way, however steadily a little of it is read. */
  readonly answerMsMax?: number;
  /** The most connections at once, of all callers and of one address. Beyond that the one that has longest been idle makes room. */
  readonly connectionsMax?: number;
  readonly connectionsPerAddressMax?: number;
  /** By how many sockets it listens, so many new connections it can take in a turn of the event loop; 1 unless given. */
  readonly listeners?: number;
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

/** How often slow readers, and requests that are still being sent, are looked for. */
const checkMs = 1_000;

/**
 * An HTTP/1.1 server that can stop without failing a request it has accepted.
 *
 * Node's own `close()` cuts idle keep-alive connections at once, and a request already on its way there is lost. Here a
 * draining server first answers on every open connection with `Connection: close`, and cuts a connection only after it
 * has been idle for `idleGraceMs`. It goes on taking connections for a fifth of that.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const idleGraceMs = options.idleGraceMs ?? 250;
  const wanted = typeof options.port === 'number' ? options.port : options.port.number;
  const unreadMsMax = options.unreadMsMax ?? 10_000;
  const connections = createConnections({
    connectionsMax: options.connectionsMax ?? 10_000,
    perAddressMax: options.connectionsPerAddressMax ?? Number.POSITIVE_INFINITY,
    answerMsMax: options.answerMsMax ?? 60_000,
  });
  /** Beside the server's own. */
  let listeners: readonly net.Server[] = [];
  let draining = false;
  let drainingSince = 0;
  let stopped: Promise<void> | undefined;

  const server = http.createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 60_000, connectionsCheckingInterval: checkMs },
    (request, response) => {
      connections.answers(request.socket, response);
      if (draining) response.setHeader('connection', 'close');
      options.handle(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.timeout = unreadMsMax;
  // Node tells of a connection on which nothing moves. While an answer is still being made, that is as it should be; one that
  // nobody takes would hold its memory, and a stop, for as long as its caller likes.
  server.on('timeout', (socket) => {
    const isAtWork = (connections.get(socket)?.answering.size ?? 0) > 0 && socket.writableLength === 0;
    if (!isAtWork) socket.destroy();
  });
  server.on('connection', (socket) => connections.add(socket));
  const slowReaders = setInterval(() => connections.cutSlowReaders(), checkMs).unref();

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
    for (const [, { answering }] of connections) {
      for (const response of answering) if (!response.headersSent) response.setHeader('connection', 'close');
    }
  }

  function stop(): Promise<void> {
    drain();
    if (!server.listening) {
      clearInterval(slowReaders);
      return Promise.resolve();
    }
    const sweepMs = idleGraceMs / 5;
    const sweep = setInterval(cutIdle, sweepMs);
    const closed = Promise.all([server, ...listeners].map((listener) => once(listener, 'close')));
    // Callers whose connections are made but not yet taken from the system's queue would be reset. And http.Server.close()
    // would also cut idle connections; the server below it only stops listening.
    setTimeout(() => {
      for (const listener of [server, ...listeners]) net.Server.prototype.close.call(listener);
    }, sweepMs);
    return closed.then(() => {
      clearInterval(sweep);
      clearInterval(slowReaders);
    });
  }

  async function start(): Promise<void> {
    const { host, port } = options;
    const sockets = options.listeners ?? 1;
    try {
      if (typeof port === 'number') listeners = await listenBySeveral(server, host, port, sockets);
      else {
        server.listen(port.listener);
        await once(server, 'listening');
        listeners = await joinListener(server, host, sockets - 1);
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error;
      if (code === 'EADDRINUSE') throw new PortTaken(options.name, wanted);
      throw new Error(`${options.name} cannot listen on ${host}:${wanted} (${code})`, { cause: error });
    }
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
    start,
    drain,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
