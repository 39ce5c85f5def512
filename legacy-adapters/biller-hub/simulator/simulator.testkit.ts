import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { postRaw, type RawAnswer } from '#legacy-adapters/simulation/raw-request.ts';
import { createWorld, type World } from '#legacy-adapters/simulation/world.ts';
import { type BillerHubSimulator, createBillerHubSimulator } from './simulator.ts';

export const world: World = createWorld();
export const partner = 'portico';
export const password = 'hub-пароль';

export interface RunningHub {
  readonly simulator: BillerHubSimulator;
  /** Moves the hub's clock forward. */
  pass(milliseconds: number): void;
  /** Posts one document, signed as the contract says. */
  ask(root: string, inner: string): Promise<RawAnswer>;
  /** Posts whatever it is given. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<RawAnswer>;
}

/** By openssl's recipe rather than by the simulator's: `printf '%s' "$body$password" | md5sum`, and sha1sum of its 32 digits. */
export function signed(body: string | Uint8Array, by = password): string {
  const inner = createHash('md5').update(Buffer.concat([Buffer.from(body), Buffer.from(by)]));
  return createHash('sha1').update(inner.digest('hex')).digest('hex');
}

/** A hub on a free port with a clock of its own and no latency; it stops when the test ends. */
export async function runHub(): Promise<RunningHub> {
  let now = Date.parse('2026-07-01T09:00:00Z');
  const simulator = createBillerHubSimulator({
    port: 0,
    partner,
    password,
    world,
    settleMs: 2_000,
    switches: { latencyMs: 0 },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(now),
  });
  await simulator.start();
  onTestFinished(() => simulator.stop());
  const post = (body: string, headers: Readonly<Record<string, string>>) => postRaw(simulator.url, headers, body);

  return {
    simulator,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    post,
    ask(root, inner) {
      const body = `<?xml version="1.0" encoding="utf-8"?><${root} xmlns="urn:portico:biller-hub:v1">${inner}</${root}>`;
      return post(body, { 'x-hub-partner': partner, 'x-hub-sign': signed(body) });
    },
  };
}
