import { once } from 'node:events';
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** Where several sockets may listen on one port of one process; elsewhere asking for it is an error. */
export const canSharePorts = process.platform === 'linux';

/**
 * Makes a server listen by several sockets on one port. Node takes one new connection of a socket in each turn of its event loop
 * (https://github.com/libuv/libuv/pull/3696): a busy process, whose turns are long, takes so few that clients give up in the system's
 * queue, connect again and keep it full. With n sockets it takes n a turn.
 *
 * Resolves with the sockets beside the server's own. Rejects, with EADDRINUSE, for a port on which anybody listens, by however many.
 */
export async function listenBySeveral(server: http.Server, host: string, port: number, sockets: number): Promise<net.Server[]> {
  const isShared = canSharePorts && sockets > 1;
  // A port that is shared could be joined by mistake; one that is not is refused. The system picks a free one for 0.
  if (isShared && port !== 0) await close(await listen(net.createServer(), { host, port }));
  await listen(server, { host, port, reusePort: isShared });
  return isShared ? joinListener(server, host, sockets - 1) : [];
}

/** The same for a server that listens already, by a socket whose port may be shared. */
export async function joinListener(server: http.Server, host: string, sockets: number): Promise<net.Server[]> {
  if (!canSharePorts) return [];
  const { port } = server.address() as AddressInfo;
  const beside: net.Server[] = [];
  for (let made = 0; made < sockets; made += 1) {
    // As http.Server makes its own.
    const listener = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket));
    listener.on('timeout', (socket) => server.emit('timeout', socket));
    beside.push(await listen(listener, { host, port, reusePort: true }));
  }
  return beside;
}

async function listen(listener: net.Server, options: net.ListenOptions): Promise<net.Server> {
  listener.listen(options);
  await once(listener, 'listening');
  return listener;
}

function close(listener: net.Server): Promise<void> {
  return new Promise((resolve) => listener.close(() => resolve()));
}
