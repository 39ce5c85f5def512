import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { homeDocument } from '../../testkit/documents.ts';
import { leavesAfterMs, measureAbandonedRead } from './abandoned.ts';
import type { LoadResult } from './load.ts';
import { startWorld, type World } from './world.ts';

/**
 * `npm run bench -- overload`: what the bank answers of the home operation in time when once, twice and four times as many ask as it can
 * answer, and what a read costs whose caller leaves. The last line is one JSON object.
 */
const { values } = parseArgs({
  // After the bench's own name.
  args: process.argv.slice(3),
  options: {
    concurrency: { type: 'string' },
    passes: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    document: { type: 'string', default: homeDocument },
  },
});
const passes = Number(values.passes);
const durationMs = Number(values.seconds) * 1_000;
const patienceMs = 1_000;
const factors = [1, 2, 4];
const say = (line: string) => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)}%`;

interface Phase {
  readonly factor: number;
  readonly goodASecond: number;
  /** Good answers by the bank's processor time, which others on the machine do not take from. */
  readonly goodAProcessorSecond: number;
  readonly result: LoadResult;
}

function quantile(times: readonly number[], at: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * at))] ?? Number.NaN;
}
const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

async function run(
  world: World,
  headers: Readonly<Record<string, string>>,
  arrivals: { rate: number } | { clients: number },
  seed: number,
) {
  const before = await world.processorSeconds();
  const body = JSON.stringify({ query: values.document });
  const result = await world.load({ headers, body, durationMs, patienceMs, seed, ...arrivals });
  const processor = (await world.processorSeconds()) - before;
  return {
    result,
    processor,
    goodASecond: result.goodMs.length / (durationMs / 1_000),
    goodAProcessorSecond: result.goodMs.length / processor,
  };
}

/** As many as the bank answers when clients wait for one another: the most of any of several numbers of clients. */
async function capacityOf(world: World, headers: Readonly<Record<string, string>>): Promise<number> {
  let most = 0;
  for (const clients of [8, 16, 24]) {
    const { goodASecond, goodAProcessorSecond, result, processor } = await run(world, headers, { clients }, 0);
    say(
      `${clients} clients that wait: ${goodASecond.toFixed(0)} good a second, ${goodAProcessorSecond.toFixed(0)} a processor second, ` +
        `${(processor / result.seconds).toFixed(2)} processors; load average ${loadavg()[0]?.toFixed(1)}`,
    );
    most = Math.max(most, goodASecond);
  }
  return most;
}

const world = await startWorld(values.concurrency === undefined ? {} : { CONCURRENCY_MAX: values.concurrency });
const headers = await world.headersOf('olena');
world.setLatency(5);
for (let warmUp = 0; warmUp < 2; warmUp += 1) await run(world, headers, { clients: 8 }, 0);
const capacity = await capacityOf(world, headers);
const phases: Phase[] = [];
for (let pass = 0; pass < passes; pass += 1) {
  for (const factor of factors) {
    const { result, processor, ...goods } = await run(world, headers, { rate: capacity * factor }, Number(values.seed) + pass);
    phases.push({ factor, result, ...goods });
    const { asked, goodMs, refusedMs, late, others } = result;
    say(
      `${factor}x: ${asked} asked, ${goodMs.length} good (median ${median(goodMs).toFixed(0)} ms, p99 ${quantile(goodMs, 0.99).toFixed(0)} ms), ` +
        `${refusedMs.length} refused 503 OVERLOADED (median ${median(refusedMs).toFixed(0)} ms), ${late} late, others ${JSON.stringify(others)}; ` +
        `${goods.goodASecond.toFixed(0)} good a second, ${goods.goodAProcessorSecond.toFixed(0)} a processor second, ` +
        `${(processor / result.seconds).toFixed(2)} processors; load average ${loadavg()[0]?.toFixed(1)}`,
    );
  }
}
const of = (factor: number) => phases.filter((phase) => phase.factor === factor);
const goodput = Object.fromEntries(factors.map((factor) => [factor, median(of(factor).map(({ goodASecond }) => goodASecond))]));
const perProcessor = Object.fromEntries(factors.map((factor) => [factor, median(of(factor).map((phase) => phase.goodAProcessorSecond))]));
const peak = Math.max(...Object.values(goodput));
for (const factor of factors) {
  say(
    `${factor}x of ${capacity.toFixed(0)} a second: goodput ${goodput[factor]?.toFixed(0)} a second, ${share(goodput[factor] ?? 0, peak)} of the peak`,
  );
}
const read = await measureAbandonedRead(world);
say(
  `a read whose caller leaves after ${leavesAfterMs} ms: ${read.abandoned.legacyCalls} legacy calls and ${read.abandoned.processorMs.toFixed(1)} ms of processor time ` +
    `(whole: ${read.whole.legacyCalls} and ${read.whole.processorMs.toFixed(1)} ms); at most ${read.callsAfterLeaving} calls begun after it left`,
);
await world.stop();
say(
  JSON.stringify({
    bench: 'overload',
    capacity,
    goodput,
    perProcessor,
    shareAtFour: (goodput[4] ?? 0) / peak,
    read,
    loadAverage: loadavg()[0],
  }),
);
