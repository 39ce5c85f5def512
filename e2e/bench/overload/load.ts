import http from 'node:http';

/** Requests of one kind, made for a while. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Arrivals a second, whatever becomes of those before; absent, so many clients each wait for their answer and ask again. */
  readonly rate?: number;
  readonly clients?: number;
  readonly durationMs: number;
  /** A client hangs up after so long. */
  readonly patienceMs: number;
  readonly seed: number;
}

export interface LoadResult {
  readonly asked: number;
  /** Milliseconds from when it was due to its end, of each answer that came whole, without an error and in time. */
  readonly goodMs: readonly number[];
  readonly refusedMs: readonly number[];
  /** Nothing came while the client waited. */
  readonly late: number;
  /** Everything else, by HTTP status and code, or by the connection's error. */
  readonly others: Readonly<Record<string, number>>;
  /** From the first arrival to the last answer. */
  readonly seconds: number;
}

type Outcome = 'good' | 'late' | (string & {});
const refused = '503 OVERLOADED';

function ask({ url, headers, body, patienceMs }: Load, agent: http.Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', () => done('the answer was cut'));
      response.once('end', () => done(outcomeOf(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))));
    });
    const patience = setTimeout(() => {
      done('late');
      request.destroy();
    }, patienceMs);
    const done = (outcome: Outcome) => {
      clearTimeout(patience);
      resolve(outcome);
    };
    request.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    request.end(body);
  });
}

function outcomeOf(status: number, text: string): Outcome {
  if (status === 200 && text.startsWith('{"data":{')) return 'good';
  return `${status} ${/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? ''}`.trim();
}

/** Numbers of 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function run(load: Load): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true });
  const goodMs: number[] = [];
  const refusedMs: number[] = [];
  const others: Record<string, number> = {};
  let late = 0;
  const pending: Promise<void>[] = [];
  const from = performance.now();
  const until = from + load.durationMs;
  const one = async (dueAt: number) => {
    const outcome = await ask(load, agent);
    const tookMs = performance.now() - dueAt;
    if (outcome === 'good' && tookMs <= load.patienceMs) goodMs.push(tookMs);
    else if (outcome === refused) refusedMs.push(tookMs);
    else if (outcome === 'late' || outcome === 'good') late += 1;
    else others[outcome] = (others[outcome] ?? 0) + 1;
  };
  if (load.rate === undefined) {
    const client = async () => {
      while (performance.now() < until) {
        const turn = one(performance.now());
        pending.push(turn);
        await turn;
      }
    };
    await Promise.all(Array.from({ length: load.clients ?? 1 }, client));
  } else {
    const random = randomFrom(load.seed);
    const { rate } = load;
    // Poisson arrivals: nobody waits for anybody.
    for (let dueAt = from; dueAt < until; dueAt += (-Math.log(1 - random()) / rate) * 1_000) {
      while (performance.now() < dueAt) await new Promise((resolve) => setTimeout(resolve, 1));
      pending.push(one(dueAt));
    }
  }
  await Promise.all(pending);
  agent.destroy();
  return { asked: pending.length, goodMs, refusedMs, late, others, seconds: (performance.now() - from) / 1_000 };
}

// A process of its own: were the clients in the bank's, a busy bank would keep them from arriving.
process.on('message', (load: Load) => void run(load).then((result) => process.send?.(result)));
process.once('disconnect', () => process.exit(0));
