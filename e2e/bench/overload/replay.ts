import { setTimeout as pause } from 'node:timers/promises';
import { createHttpServer, type HttpServer } from '#platform/http/http-server.ts';
import { readBody } from '#platform/http/json-body.ts';

/** A legacy system that gives the same question the same answer again, at no cost: simulators take more processor time than the bank. */
export interface Replay {
  readonly server: HttpServer;
  /** How many calls have come. */
  calls(): number;
  /** How long an answer takes, in milliseconds. */
  latencyMs: number;
}

interface Kept {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const bodyBytesMax = 1_000_000;
const answersMax = 5_000;
const simulatorTimeoutMs = 30_000;

/** `simulator` answers what has not been asked before. */
export function createReplay(name: string, simulator: string): Replay {
  const kept = new Map<string, Kept>();
  let calls = 0;
  const { origin } = new URL(simulator);

  async function fetchAnswer(path: string, headers: Headers, body: Buffer): Promise<Kept> {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(simulatorTimeoutMs),
    });
    const answer = {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: Buffer.from(await response.arrayBuffer()),
    };
    return answer;
  }

  const replay: Replay = {
    latencyMs: 0,
    calls: () => calls,
    server: createHttpServer({
      name: `replay of ${name}`,
      host: '127.0.0.1',
      port: 0,
      handle: async (request, response) => {
        calls += 1;
        const path = request.url ?? '/';
        const body = await readBody(request, bodyBytesMax);
        const key = `${path}\n${body.toString('latin1')}`;
        const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
        const answer = kept.get(key) ?? (await fetchAnswer(path, new Headers(headers as Record<string, string>), body));
        if (answer.status === 200 && kept.size < answersMax) kept.set(key, answer);
        if (replay.latencyMs > 0) await pause(replay.latencyMs);
        response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length });
        response.end(answer.body);
      },
    }),
  };
  return replay;
}
