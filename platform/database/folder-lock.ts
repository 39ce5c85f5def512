import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { EnvironmentError } from '../environment.ts';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process. PGlite itself lets two processes open one data folder, which destroys it.
 *
 * The lock is a local socket whose name is made from the folder's: the system frees it when the process ends, however it
 * ends, so that there is no stale lock to remove by hand and no process id to mistake for another's.
 */
export async function lockFolder(directory: string): Promise<FolderLock> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const address = addressOf(await realpath(directory));
  const server = await listen(address).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    // A socket with a file outlives its process; nobody answers on it then.
    if (address.startsWith(os.tmpdir()) && !(await answers(address))) {
      await rm(address, { force: true });
      return listen(address);
    }
    throw new EnvironmentError(
      `DATABASE_DIR: another process works in ${directory}. Stop it, set another folder, or set DATABASE_URL to share a PostgreSQL server.`,
    );
  });
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function addressOf(folder: string): string {
  const name = `portico-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  // Linux has names outside the file system, Windows has pipes; elsewhere it is a file.
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
