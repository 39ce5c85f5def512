import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.ts';

/** What a read costs the bank. */
export interface Cost {
  readonly legacyCalls: number;
  readonly processorMs: number;
}

export interface AbandonedRead {
  /** Asked and waited for. */
  readonly whole: Cost;
  /** Asked, and its caller gone after `leavesAfterMs`. */
  readonly abandoned: Cost;
  /** The most legacy calls that any of them began after its caller had gone. */
  readonly callsAfterLeaving: number;
}

/** What an attacker found dear: many pages of many accounts, each a call of the core. */
const document = `{ me { accounts { balance { amount } ${Array.from({ length: 8 }, (_, page) => `p${page}: transactions(first: ${page + 1}) { edges { cursor } }`).join(' ')} } } }`;
export const leavesAfterMs = 30;
const rounds = 20;
/** As a core takes in earnest: the caller leaves while the first call is on its way. */
const latencyMs = 150;
/** After this nothing of an abandoned read is still going on that ever will. */
const settleMs = 1_000;

/** Reads one after another, whole and abandoned in turn. */
export async function measureAbandonedRead(world: World): Promise<AbandonedRead> {
  world.setLatency(latencyMs);
  const headers = await world.headersOf('mykola');
  const body = JSON.stringify({ query: document });
  const whole = { legacyCalls: 0, processorMs: 0 };
  const abandoned = { legacyCalls: 0, processorMs: 0 };
  let callsAfterLeaving = 0;
  await ask(world.url, headers, body);
  for (let round = 0; round < rounds; round += 1) {
    await count(world, whole, () => ask(world.url, headers, body));
    await count(world, abandoned, async () => {
      const atLeaving = await ask(world.url, headers, body, leavesAfterMs, () => world.legacyCalls());
      await pause(settleMs);
      callsAfterLeaving = Math.max(callsAfterLeaving, world.legacyCalls() - atLeaving);
    });
  }
  const mean = ({ legacyCalls, processorMs }: Cost) => ({ legacyCalls: legacyCalls / rounds, processorMs: processorMs / rounds });
  return { whole: mean(whole), abandoned: mean(abandoned), callsAfterLeaving };
}

async function count(world: World, sum: { legacyCalls: number; processorMs: number }, work: () => Promise<unknown>): Promise<void> {
  const [callsBefore, secondsBefore] = [world.legacyCalls(), await world.processorSeconds()];
  await work();
  sum.legacyCalls += world.legacyCalls() - callsBefore;
  sum.processorMs += ((await world.processorSeconds()) - secondsBefore) * 1_000;
}

/** Resolves with what `atTheEnd` says once the answer is whole, or the caller has gone. */
function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  leaveAfterMs?: number,
  atTheEnd: () => number = () => 0,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers, agent: false }, (response) => {
      response.resume().once('end', () => {
        if (leaveAfterMs !== undefined) reject(new Error(`answered before its caller left, HTTP ${response.statusCode}`));
        else if (response.statusCode === 200) resolve(atTheEnd());
        else reject(new Error(`HTTP ${response.statusCode}`));
      });
    });
    request.once('error', reject);
    request.end(body);
    if (leaveAfterMs === undefined) return;
    setTimeout(() => {
      request.off('error', reject).on('error', () => undefined);
      request.destroy();
      resolve(atTheEnd());
    }, leaveAfterMs);
  });
}
