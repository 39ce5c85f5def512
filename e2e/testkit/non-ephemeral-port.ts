import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Below what Linux, macOS and Windows give away by themselves, to each outgoing connection too. */
const range = { min: 12_000, max: 32_000 };
const triesMax = 100;

/**
 * A free port that nobody is given by chance, for a server that is to come later or to come again after it was killed.
 * A server that just starts takes `PORT=0`.
 */
export async function findNonEphemeralPort(): Promise<number> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const port = randomInt(range.min, range.max);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${range.min} to ${range.max} is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
