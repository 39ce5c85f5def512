import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Below the ports that systems take for outgoing connections (from 32768 on Linux), which would take one before it is used. */
const [portMin, portMax] = [10_000, 32_000];
const attemptsMax = 50;

/** A port that nobody has, and that nobody is likely to take before it is listened on. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const port = randomInt(portMin, portMax);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port from ${portMin} to ${portMax} in ${attemptsMax} attempts`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
