import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  /** The most connections that are open at once. */
  readonly connectionsMax: number;
  /** The most of one address. A reverse proxy is one address, whoever is behind it. */
  readonly perAddressMax: number;
  /** For how long an answer may be on its way without a pause, however steadily a little of it is read. */
  readonly answerMsMax: number;
}

export interface Connection {
  readonly answering: Set<ServerResponse>;
  /** When its last answer ended, on the monotonic clock. */
  readonly idleSince: number;
}

/** The open connections of a server, of which there are at most so many. */
export interface Connections extends Iterable<readonly [Socket, Connection]> {
  get(socket: Socket): Connection | undefined;
  /** Over a limit, that of its address or of all, the connection that has longest been idle makes room; where all are at work, this one is cut. */
  add(socket: Socket): void;
  /** An answer is being made on it until the response is closed. */
  answers(socket: Socket, response: ServerResponse): void;
  /** Cuts those whose answers take too long to read. To be called now and then. */
  cutSlowReaders(): void;
}

interface Kept {
  readonly answering: Set<ServerResponse>;
  readonly address: string;
  idleSince: number;
  /** Since when there has always been something of an answer that its caller has not taken. */
  unreadSince: number | undefined;
}

export function createConnections(limits: ConnectionLimits): Connections {
  const open = new Map<Socket, Kept>();
  const byAddress = new Map<string, Set<Socket>>();
  /** In the order in which they became idle. */
  const idle = new Set<Socket>();

  function remove(socket: Socket): void {
    const address = open.get(socket)?.address ?? '';
    const ofAddress = byAddress.get(address);
    ofAddress?.delete(socket);
    if (ofAddress?.size === 0) byAddress.delete(address);
    open.delete(socket);
    idle.delete(socket);
  }

  function cut(socket: Socket): void {
    remove(socket);
    socket.destroy();
  }

  function longestIdle(sockets: Iterable<Socket>): Socket | undefined {
    let longest: Socket | undefined;
    for (const socket of sockets) {
      if (!idle.has(socket)) continue;
      if (longest === undefined || (open.get(socket)?.idleSince ?? 0) < (open.get(longest)?.idleSince ?? 0)) longest = socket;
    }
    return longest;
  }

  /** Who has to go for a new connection of this address, which may be the new one itself; undefined while there is room. */
  function inTheWay(socket: Socket, ofAddress: ReadonlySet<Socket>): Socket | undefined {
    if (ofAddress.size >= limits.perAddressMax) return longestIdle(ofAddress) ?? socket;
    if (open.size < limits.connectionsMax) return undefined;
    const [longest = socket] = idle;
    return longest;
  }

  return {
    [Symbol.iterator]: () => open[Symbol.iterator](),
    get: (socket) => open.get(socket),
    add(socket) {
      const address = socket.remoteAddress ?? '';
      const victim = inTheWay(socket, byAddress.get(address) ?? new Set());
      if (victim !== undefined) cut(victim);
      if (victim === socket) return;
      const ofAddress = byAddress.get(address) ?? new Set();
      byAddress.set(address, ofAddress.add(socket));
      open.set(socket, { answering: new Set(), address, idleSince: performance.now(), unreadSince: undefined });
      idle.add(socket);
      socket.once('close', () => remove(socket));
    },
    answers(socket, response) {
      const connection = open.get(socket);
      if (connection === undefined) return;
      connection.answering.add(response);
      idle.delete(socket);
      response.once('close', () => {
        connection.answering.delete(response);
        connection.idleSince = performance.now();
        connection.unreadSince = undefined;
        if (connection.answering.size === 0 && open.has(socket)) idle.add(socket);
      });
    },
    cutSlowReaders() {
      const now = performance.now();
      for (const [socket, connection] of open) {
        if (socket.writableLength === 0) connection.unreadSince = undefined;
        else if (connection.unreadSince === undefined) connection.unreadSince = now;
        else if (now - connection.unreadSince > limits.answerMsMax) cut(socket);
      }
    },
  };
}
