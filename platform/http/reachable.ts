import net from 'node:net';

/** Throws when nobody takes a connection at the address's host and port. Says nothing of what answers there. */
export function checkReachable(address: string, timeoutMs: number): Promise<void> {
  const url = new URL(address);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port, timeout: timeoutMs });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', fail);
    socket.once('timeout', () => fail(new Error('no connection in time')));
  });
}
