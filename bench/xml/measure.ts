import { differenceOf } from './difference.ts';
import { type Size, sizes, statementOfSize, xmlOf } from './documents.ts';
import { readers } from './readers.ts';

/** One implementation at one size, in a process of its own: the last line is the median in milliseconds, or why there is none. */
const [name = '', size = '3kB'] = process.argv.slice(2);
const statement = statementOfSize(sizes[size as Size]);
const bytes = Buffer.from(name === 'json-parse' ? JSON.stringify(statement) : xmlOf(statement));
const rounds = { '1MB': 25, '100kB': 60, '3kB': 100 }[size as Size];
/** Small documents are read many at a time, or the clock would be measured. */
const batch = { '1MB': 1, '100kB': 5, '3kB': 100 }[size as Size];
/** In processor time: on a busy machine the clock would leave a slow reader no time to be compiled. */
const warmUpMs = 1_200;
const measuredMsMax = 2_000;

/** The statement apart from what has no value: implementations differ in which keys they then leave out. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Of all threads, so that collecting garbage counts, and what else the machine does meanwhile does not. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function measure(): Promise<object> {
  const { read, statement: asStatement } = (await readers[name]?.()) ?? {};
  if (read === undefined || asStatement === undefined) return { reason: 'there is no such reader' };
  const difference = differenceOf(plain(statement), plain(asStatement(read(bytes) as never)), 'the answer');
  if (difference !== undefined) return { reason: `reads other values than were sent: ${difference}` };
  for (const until = processorMs() + warmUpMs; processorMs() < until; ) for (let turn = 0; turn < batch; turn += 1) read(bytes);
  const times: number[] = [];
  const until = processorMs() + measuredMsMax;
  for (let round = 0; round < rounds && processorMs() < until; round += 1) {
    const from = processorMs();
    for (let turn = 0; turn < batch; turn += 1) read(bytes);
    times.push((processorMs() - from) / batch);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], bytes: bytes.length };
}

const result = await measure().catch((error: unknown) => ({ reason: error instanceof Error ? error.message.split('\n')[0] : 'failed' }));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
