import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Size, sizes } from './documents.ts';

/**
 * How fast answers of the core's statement are read: each implementation in a process of its own, after what it reads has been
 * compared with what was sent. The last line says how many times as fast as each peer we are.
 */
const passCount = 3;
const peers = ['node-soap', 'fast-xml-parser', 'saxes', 'strong-soap', 'json-parse'];
/** Who reads something else than was sent does so every time. */
const unfit = new Map<string, string>();
const from = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);

function medianOf(name: string, size: Size): number | string {
  const script = path.join(import.meta.dirname, 'measure.ts');
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, name, size], { encoding: 'utf8', timeout: 120_000 });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (line === '') return stderr.trim().split('\n').at(-1) ?? 'no answer';
  const { median, reason }: { median?: number; reason?: string } = JSON.parse(line);
  return median ?? reason ?? 'no answer';
}

/** Every implementation in turn, and that several times over, so that a slow minute of the machine hits all of them alike. */
function medians(size: Size): Map<string, number | string> {
  const passes = Array.from(
    { length: passCount },
    (_, pass) =>
      new Map(
        ['portico', ...peers].map((name) => {
          say(`${Math.round((performance.now() - from) / 1000)} s: ${size}, pass ${pass + 1} of ${passCount}: ${name}`);
          const time = unfit.get(name) ?? medianOf(name, size);
          if (typeof time === 'string') unfit.set(name, time);
          return [name, time];
        }),
      ),
  );
  return new Map(
    ['portico', ...peers].map((name) => {
      const times = passes.map((pass) => pass.get(name) ?? 'no answer');
      const reason = times.find((time) => typeof time === 'string');
      return [name, reason ?? times.toSorted((a, b) => Number(a) - Number(b))[Math.floor(passCount / 2)] ?? 'no answer'];
    }),
  );
}

const result: Record<string, unknown> = { bench: 'xml' };
for (const size of Object.keys(sizes) as Size[]) {
  const times = medians(size);
  const ours = Number(times.get('portico'));
  const ratios: Record<string, number | null> = {};
  for (const [name, time] of times) {
    const isTime = typeof time === 'number';
    say(`${size.padEnd(6)} ${name.padEnd(16)} ${isTime ? `${time.toFixed(4)} ms, ${(time / ours).toFixed(2)} times ours` : time}`);
    if (name !== 'portico') ratios[name] = isTime ? Number((time / ours).toFixed(2)) : null;
  }
  result[size] = ratios;
}
say(JSON.stringify(result));
process.exitCode = Object.values(result).every((ratios) => typeof ratios === 'string' || isMeasured(ratios)) ? 0 : 1;

function isMeasured(ratios: unknown): boolean {
  return Object.values(ratios as object).some((ratio) => Number.isFinite(ratio));
}
