import { isDeepStrictEqual } from 'node:util';
import { type Size, sizes, statementOfSize, xmlOf } from './documents.ts';
import { readers } from './readers.ts';

/** One implementation at one size, in a process of its own: the last line is the median in milliseconds, or why there is none. */
const [name = '', size = '3kB'] = process.argv.slice(2);
const statement = statementOfSize(sizes[size as Size]);
const bytes = Buffer.from(name === 'json-parse' ? JSON.stringify(statement) : xmlOf(statement));
const rounds = { '1MB': 40, '100kB': 100, '3kB': 200 }[size as Size];
/** Small documents are read many at a time, or the clock would be measured. */
const batch = { '1MB': 1, '100kB': 5, '3kB': 100 }[size as Size];
const warmUpMs = 2_000;
const measuredMsMax = 10_000;

/** The statement apart from what has no value: implementations differ in which keys they then leave out. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

async function measure(): Promise<object> {
  const { read, statement: asStatement } = (await readers[name]?.()) ?? {};
  if (read === undefined || asStatement === undefined) return { reason: 'there is no such reader' };
  if (!isDeepStrictEqual(plain(asStatement(read(bytes) as never)), plain(statement)))
    return { reason: 'reads other values than were sent' };
  for (const until = performance.now() + warmUpMs; performance.now() < until; ) read(bytes);
  const times: number[] = [];
  const until = performance.now() + measuredMsMax;
  for (let round = 0; round < rounds && performance.now() < until; round += 1) {
    const from = process.cpuUsage();
    for (let turn = 0; turn < batch; turn += 1) read(bytes);
    // Processor time of all threads, so that garbage counts and what else the machine does meanwhile does not.
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1_000 / batch);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], bytes: bytes.length };
}

const result = await measure().catch((error: unknown) => ({ reason: error instanceof Error ? error.message.split('\n')[0] : 'failed' }));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
