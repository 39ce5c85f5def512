import net from 'node:net';
import { canSharePorts } from './listeners.ts';

/** A port that is ours from now on and that a server takes over later, for whoever must know its number before the server is made. */
export interface ReservedPort {
  readonly number: number;
  readonly listener: net.Server;
  /** Lets go of it, whether a server has taken it over or not. */
  release(): void;
}

/** Reserves any free port of an address. Whoever connects before a server has taken it over is cut off. */
export async function reservePort(host: string): Promise<ReservedPort> {
  const listener = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen({ port: 0, host, reusePort: canSharePorts }, () => resolve());
  });
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error(`no port of ${host} could be reserved`);
  return { number: address.port, listener, release: () => void listener.close() };
}
