import 'reflect-metadata';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startBank } from '#bank/bank.ts';
import { readSettings } from '#bank/environment.ts';
import { people } from '#legacy-adapters/simulation/people.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { legacySettings } from '../../testkit/legacy-settings.ts';
import { anySimulatorPorts } from '../../testkit/simulator-ports.ts';
import { startTokenIssuer } from '../../testkit/token-issuer.ts';
import type { Load, LoadResult } from './load.ts';
import { createReplay, type Replay } from './replay.ts';

/** The bank with its front door in one process, the clients in another, and in this one whoever stands behind the bank. */
export interface World {
  readonly url: string;
  /** What a customer's client sends besides the document. */
  headersOf(person: keyof typeof people): Promise<Readonly<Record<string, string>>>;
  load(load: Omit<Load, 'url'>): Promise<LoadResult>;
  /** The bank's, in seconds, of all its threads. */
  processorSeconds(): Promise<number>;
  /** How many calls the legacy systems have been sent. */
  legacyCalls(): number;
  /** How long each legacy system takes to answer. */
  setLatency(ms: number): void;
  stop(): Promise<void>;
}

/** Longer than any run: a token that ends half-way would be measured as a refusal. */
const tokenLifeSeconds = 4 * 3_600;

export async function startWorld(bankSettings: Readonly<Record<string, string>>): Promise<World> {
  const issuer = await startTokenIssuer();
  const identity = { ...issuer.settings, METRICS_PORT: 'off', LOG_LEVEL: 'silent' };
  const simulators = await startBank(
    readSettings({ PORTICO_PARTS: 'simulators', ...identity, ...anySimulatorPorts }),
    createLogger('bench', 'silent'),
  );
  const replays = new Map([...simulators.simulators].map(([name, { url: behind }]) => [name, createReplay(name, behind)]));
  for (const { server } of replays.values()) await server.start();
  const shown = new Map([...simulators.simulators].map(([name, { url: behind }]) => [name, { url: addressOf(replays.get(name), behind) }]));
  const told = Object.assign({}, ...legacySettings({ simulators: shown }).values());
  const bank = start('bank.ts', { PORTICO_PARTS: 'subgraphs,gateway', PORT: '0', ...identity, ...told, ...bankSettings });
  const clients = start('load.ts', {});
  const [origin] = (await once(bank, 'message')) as [string];
  const url = `${origin}/graphql`;
  const ask = async <Answer>(child: ChildProcess, question: object | string) => {
    const answered = once(child, 'message') as Promise<[Answer]>;
    child.send(question);
    return (await answered)[0];
  };

  return {
    url,
    headersOf: async (person) => {
      const token = await issuer.token({ customerNumber: people[person].customerId, expiresInSeconds: tokenLifeSeconds });
      return { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    },
    load: (load) => ask<LoadResult>(clients, { url, ...load }),
    processorSeconds: async () => {
      const { user, system } = await ask<NodeJS.CpuUsage>(bank, 'processor time');
      return (user + system) / 1_000_000;
    },
    legacyCalls: () => [...replays.values()].reduce((sum, replay) => sum + replay.calls(), 0),
    setLatency: (latencyMs) => {
      for (const replay of replays.values()) replay.latencyMs = latencyMs;
    },
    async stop() {
      for (const child of [clients, bank]) {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      }
      for (const { server } of replays.values()) await server.stop();
      await simulators.stop();
      await issuer.stop();
    },
  };
}

function start(script: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return fork(path.join(import.meta.dirname, script), {
    execArgv: ['--import', 'tsx'],
    env: { PATH: path.dirname(process.execPath), ...environment },
  });
}

/** The simulator's address at whoever replays it. */
function addressOf(replay: Replay | undefined, behind: string): string {
  return `${replay?.server.url}${new URL(behind).pathname}`;
}
