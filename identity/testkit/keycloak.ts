import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from './environment.ts';
import type { RunningIdentity } from './running-identity.ts';

const realmFile = (realm: string) => fileURLToPath(new URL(`../realm/${realm}.json`, import.meta.url));
const startMsMax = 300_000;
const stopMsMax = 20_000;

/** A real Keycloak with a database of its own in a temporary folder, the realm freshly imported. */
export async function startKeycloak(
  distribution: string,
  webOrigin: string,
  /** Values for the placeholders of the realm. */
  variables: Readonly<Record<string, string>> = {},
  realm: 'development' | 'production' = 'development',
): Promise<RunningIdentity> {
  const home = await mkdtemp(join(tmpdir(), 'portico-keycloak-'));
  await mkdir(join(home, 'data', 'import'), { recursive: true });
  await copyFile(realmFile(realm), join(home, 'data', 'import', 'realm.json'));
  for (const part of ['lib', 'conf', 'providers', 'themes']) await symlink(join(distribution, part), join(home, part));

  const port = await freePort();
  const keycloak = spawn(
    'sh',
    [
      join(distribution, 'bin', 'kc.sh'),
      'start-dev',
      '--import-realm',
      '--http-host=127.0.0.1',
      `--http-port=${port}`,
      `-Dkc.home.dir=${home}`,
    ],
    // It lives for a minute, so the better code of the second compiler comes too late: starting takes two thirds of the time.
    {
      env: { ...inheritedEnvironment, ...variables, PORTICO_WEB_ORIGIN: webOrigin, JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1' },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const stop = async () => {
    await end(keycloak);
    await rm(home, { recursive: true, force: true });
  };
  try {
    await listening(keycloak);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return address.port;
}

/** Resolves at Keycloak's own line that it listens; it has imported the realm by then. */
async function listening(keycloak: ChildProcess): Promise<void> {
  if (keycloak.stdout === null) throw new TypeError('The output is piped.');
  const lines: string[] = [];
  const timer = setTimeout(() => kill(keycloak), startMsMax);
  // Reading goes on after the loop has ended, or Keycloak would stand still once the pipe is full.
  const output = createInterface({ input: keycloak.stdout });
  await new Promise<void>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line);
      if (lines.length > 50) lines.shift();
      if (line.includes('Listening on:')) resolve();
    });
    keycloak.once('error', reject);
    keycloak.once('exit', (code) => reject(new Error(`Keycloak did not start (${code}):\n${lines.join('\n')}`)));
  }).finally(() => clearTimeout(timer));
}

async function end(keycloak: ChildProcess): Promise<void> {
  if (keycloak.exitCode !== null || keycloak.signalCode !== null) return;
  const gone = once(keycloak, 'exit');
  kill(keycloak, 'SIGTERM');
  const timer = setTimeout(() => kill(keycloak), stopMsMax);
  await gone;
  clearTimeout(timer);
}

/** The script and the Java under it are one process group. */
function kill(keycloak: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (keycloak.pid === undefined) return;
  try {
    process.kill(-keycloak.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
