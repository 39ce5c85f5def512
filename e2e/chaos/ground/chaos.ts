import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Verdict } from './judge.ts';
import { type Kill, points } from './points.ts';
import { createRandom } from './random.ts';
import type { Plant } from './world.ts';

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** Without it a PGlite in a folder of its own, in which one process works at a time. */
  readonly databaseUrl?: string | undefined;
  readonly plant?: Plant | undefined;
  /** Points to be killed at; all of them by default. */
  readonly only?: readonly string[];
  onProgress?(text: string): void;
}

export interface ChaosResult extends Verdict {
  readonly kills: number;
  /** How often each point was met, `before` and `after` apart; `time` for those whose point did not come. */
  readonly met: Readonly<Record<string, number>>;
}

/** A life whose point does not come is ended by the clock. */
const lifeMsMax = 6_000;
const startMsMax = 60_000;
const judgeMsMax = 300_000;
const processesAtOnce = 2;
const writers = 3;

/** Kills processes of a small bank, again and again, and then asks what is left. */
export async function runChaos({ kills, seed, databaseUrl, plant, only, onProgress }: ChaosOptions): Promise<ChaosResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portico-chaos-'));
  const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const world = { databaseUrl, folder, signingKey, plant };
  const acknowledged = path.join(folder, 'acknowledged');
  await writeFile(acknowledged, '');
  const met: Record<string, number> = {};
  const plan = planOf(kills, seed, only);
  let next = 0;
  let done = 0;

  async function live(): Promise<void> {
    for (let life = next++; life < kills; life = next++) {
      const kill = plan[life];
      const ended = await runWorker({ world, life, seed, writers, kill, judge: false }, lifeMsMax, (order) =>
        appendFileSync(acknowledged, `${order}\n`),
      );
      met[ended.killed] = (met[ended.killed] ?? 0) + 1;
      done += 1;
      if (done % 25 === 0) onProgress?.(`${done} of ${kills} killed`);
    }
  }

  try {
    // The first makes the tables; the others find them.
    const judgement = { world, life: kills, seed, writers: 0, kill: undefined, judge: true };
    await Promise.all(Array.from({ length: databaseUrl === undefined ? 1 : processesAtOnce }, live));
    const { result } = await runWorker(judgement, judgeMsMax, () => undefined);
    if (result === undefined) throw new Error('the last process said nothing');
    return { kills: done, met, ...result };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every point, before and after, in turn; which occurrence of it is by chance. */
function planOf(kills: number, seed: number, only: readonly string[] | undefined): readonly Kill[] {
  const random = createRandom(seed);
  const meant = points.filter(({ name }) => only === undefined || only.includes(name));
  const all = meant.flatMap(({ name }) => (['before', 'after'] as const).map((phase) => ({ point: name, phase })));
  return Array.from({ length: kills }, (_, index) => {
    if (index % all.length === 0) all.sort(() => random() - 0.5);
    const { point, phase } = all[index % all.length] ?? { point: 'append', phase: 'before' };
    return { point, phase, occurrence: 1 + Math.floor(random() * 4) };
  });
}

interface Ended {
  readonly killed: string;
  readonly result: Verdict | undefined;
}

function runWorker(task: object, lifeMs: number, onDone: (order: string) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const program = path.join(import.meta.dirname, 'worker.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let killed = 'time';
    let ready = false;
    let result: Verdict | undefined;
    let said = '';
    let timer = setTimeout(() => child.kill('SIGKILL'), startMsMax + lifeMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word = '', ...rest] = line.split(' ');
      const text = rest.join(' ');
      if (word === 'done') onDone(text);
      else if (word === 'killed') killed = text;
      else if (word === 'result') result = JSON.parse(text) as Verdict;
      else if (word === 'fault') said = `${said}${text}\n`.slice(-2_000);
      else if (word === 'ready') {
        ready = true;
        clearTimeout(timer);
        timer = setTimeout(() => child.kill('SIGKILL'), lifeMs);
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (result === undefined && (code !== null || !(ready || signal === 'SIGKILL')))
        reject(new Error(`a process ended by itself (${code}):\n${said}`));
      else resolve({ killed, result });
    });
  });
}
