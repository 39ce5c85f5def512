import { Pool } from 'undici';
import type { Deadline } from '#platform/deadline.ts';
import { LegacyUnreachable } from '#platform/errors.ts';
import { type DecodedXml, decodeAndCheckXml } from './charset.ts';
import { ExchangeFailed, exchange, type RawAnswer } from './exchange.ts';
import type { TlsIdentity } from './sign-in/sign-in.ts';

export type { RawAnswer } from './exchange.ts';

/** What a connection and an answer may cost. */
export interface TransportBounds {
  /** The longest that a connection may take to open, TLS included, in milliseconds. */
  readonly connectMs: number;
  /** The longest silence between two pieces of an answer, in milliseconds. */
  readonly idleMs: number;
  /** The largest answer that is read, in bytes. */
  readonly answerBytesMax: number;
  /** The largest headers of an answer, in bytes. */
  readonly headerBytesMax: number;
  /** The most connections that are opened to the system. */
  readonly connectionsMax: number;
}

export const usualBounds: TransportBounds = {
  connectMs: 2_000,
  idleMs: 5_000,
  answerBytesMax: 4 * 1024 * 1024,
  headerBytesMax: 16 * 1024,
  connectionsMax: 64,
};

export interface TransportOptions extends Partial<TransportBounds> {
  /** The legacy system's name in our own words, for errors and logs. */
  readonly system: string;
  readonly endpoint: string;
  /** Who we are on the connection; asked for each call, so that a new certificate is taken while calls go on. */
  readonly tls?: (() => TlsIdentity) | undefined;
}

export interface HttpRequest {
  /** The operation's name, for errors. */
  readonly operation: string;
  /** Another path than the endpoint's, on the same host. */
  readonly path?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Exactly these bytes are sent; text goes as UTF-8. */
  readonly body: string | Uint8Array;
}

export interface Transport {
  /** Posts one message and answers with the bytes of the answer, whatever the HTTP status. Throws LegacyUnreachable only. */
  post(request: HttpRequest, deadline: Deadline): Promise<RawAnswer>;
  close(): Promise<void>;
}

/** HTTP to one legacy system: a connection pool with a cap on time, on bytes and on connections. Follows no redirect. */
export function createTransport(options: TransportOptions): Transport {
  const { system } = options;
  const bounds = { ...usualBounds, ...definedOf(options) };
  const endpoint = new URL(options.endpoint);
  let identity = options.tls?.();
  let pool = createPool(identity);
  const leaving = new Set<Promise<void>>();

  function createPool(tls: TlsIdentity | undefined): Pool {
    return new Pool(endpoint.origin, {
      connections: bounds.connectionsMax,
      pipelining: 1,
      maxHeaderSize: bounds.headerBytesMax,
      // Over HTTP/2 a request's start would say nothing of its bytes.
      allowH2: false,
      // A second before the server closes an idle connection, so that few requests are lost on one that it has just closed.
      keepAliveTimeoutThreshold: 1_000,
      connect: { timeout: bounds.connectMs, ...tls },
    });
  }

  /** Another identity gets a pool of its own, since a connection keeps what it was opened with; the old one ends its calls first. */
  function poolNow(): Pool {
    const wanted = options.tls?.();
    if (wanted !== identity) {
      const old = pool.close().finally(() => leaving.delete(old));
      leaving.add(old);
      identity = wanted;
      pool = createPool(wanted);
    }
    return pool;
  }

  async function post(request: HttpRequest, deadline: Deadline): Promise<RawAnswer> {
    const { idleMs, answerBytesMax } = bounds;
    const path = request.path ?? endpoint.pathname + endpoint.search;
    try {
      return await exchange(poolNow(), { path, headers: request.headers, body: request.body, deadline, idleMs, answerBytesMax });
    } catch (error) {
      throw asUnreachable(system, request.operation, error);
    }
  }

  return {
    post,
    async close() {
      await pool.destroy();
      await Promise.allSettled(leaving);
    },
  };
}

/** The text of an answer in the charset that it names. Throws LegacyUnreachable. */
export function decodeAnswer(system: string, operation: string, answer: RawAnswer): DecodedXml {
  try {
    return decodeAndCheckXml(answer.bytes, String(answer.headers['content-type'] ?? ''));
  } catch {
    throw new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', `${operation}: the answer is not in the charset that it names`);
  }
}

function asUnreachable(system: string, operation: string, error: unknown): unknown {
  if (!(error instanceof ExchangeFailed)) return error;
  const { fault, code, started: mayHaveArrived } = error;
  const failure = (unreachable: 'UPSTREAM_MALFORMED' | 'UPSTREAM_TIMEOUT' | 'UPSTREAM_UNAVAILABLE', detail: string) =>
    new LegacyUnreachable(system, unreachable, `${operation}: ${detail}`, { mayHaveArrived });
  switch (fault) {
    case 'no answer in time':
      return failure('UPSTREAM_TIMEOUT', `no whole answer in time (${code})`);
    case 'too large':
      return failure('UPSTREAM_MALFORMED', `the answer is over ${code}`);
    case 'compressed':
      return failure('UPSTREAM_MALFORMED', `the answer is compressed (${code}), which nobody asked for`);
    case 'connection':
      // Headers beyond their bound are an answer that we do not read, not a system that is unavailable.
      return failure(
        code === 'HPE_HEADER_OVERFLOW' || code === 'UND_ERR_HEADERS_OVERFLOW' ? 'UPSTREAM_MALFORMED' : 'UPSTREAM_UNAVAILABLE',
        `the connection failed (${code})`,
      );
  }
}

function definedOf<Part extends object>(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Part;
}
