import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { inject } from 'vitest';
import { anySimulatorPorts, fixedWorld } from './simulator-ports.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The bank as one file, for tests that start and kill it as a process. */
    readonly bankBundle: string;
  }
}

const root = path.resolve(import.meta.dirname, '../..');

/** The bank as a user starts it: a process of its own, with the identity stand-in and the pages. */
export interface BankProcess {
  /** Where it answers on this machine. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** Its exit code, once it has ended. */
  readonly exited: Promise<number | null>;
  /** Sends SIGTERM and waits for the end. */
  stop(): Promise<number | null>;
}

/** The same, from its first moment on. */
export interface SpawnedBank extends Omit<BankProcess, 'url'> {
  /** Where it answers, once it does; of a process in production, which says no more, nothing. Rejects where it ends before that. */
  readonly ready: Promise<string>;
  /** Once it is ready. */
  metricsUrl(): string;
}

export async function startBankProcess(
  environment: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<BankProcess> {
  const bank = spawnBankProcess(environment, nodeOptions);
  return { ...bank, url: await bank.ready };
}

export function spawnBankProcess(environment: Readonly<Record<string, string>>, nodeOptions: readonly string[] = []): SpawnedBank {
  const child = spawn(path.join(root, 'node_modules/node/bin/node'), [...nodeOptions, '--enable-source-maps', inject('bankBundle')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: path.dirname(process.execPath),
      PORT: '0',
      ...anySimulatorPorts,
      ...fixedWorld,
      METRICS_PORT: '0',
      DATABASE_DIR: 'memory',
      ...environment,
    },
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const [, origin] = /^ +health +(\S+)\/health\/ready$/m.exec(output) ?? [];
      // In production it is a line of the log, at info; a process of simulators has no address of its own to show.
      if (origin !== undefined || /Portico is ready[\s\S]*Ctrl-C stops it|"msg":"ready"/.test(output)) resolve(origin ?? '');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => reject(new Error(`the bank ended with ${code} before it was ready:\n${output}`)));
  });
  // Whoever does not wait for it is not told.
  ready.catch(() => undefined);
  return {
    child,
    output: () => output,
    exited,
    ready,
    metricsUrl: () => /http:\/\/127\.0\.0\.1:\d+\/metrics/.exec(output)?.[0] ?? '',
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

const scope = 'openid accounts:read billers:read cards:read cards:write customer:read';

/** A token of a demo user, by the password grant that the README shows. */
export async function logIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/realms/portico/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'portico-cli', username, password: 'portico-demo', scope }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token for ${username}: HTTP ${response.status}`);
  return token;
}
