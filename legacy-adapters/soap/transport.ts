import { errors, Pool } from 'undici';
import { createDeadline, type Deadline } from '../../platform/deadline.ts';
import { LegacyUnreachable } from '../../platform/errors.ts';
import { type DecodedXml, decodeAndCheckXml } from './charset.ts';

export interface TransportOptions {
  /** The legacy system's name in our own words, for errors and logs. */
  readonly system: string;
  readonly endpoint: string;
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
  /** The largest answer that is read, in bytes. */
  readonly answerBytesMax: number;
  /** The most connections that are opened to the system. */
  readonly connectionsMax: number;
}

/** Codes of errors before the first byte: no connection, no name, no TLS. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

export interface Answer extends DecodedXml {
  readonly status: number;
}

export interface Transport {
  /** Posts one XML document and answers with the decoded text, whatever the HTTP status. Throws LegacyUnreachable only. */
  post(operation: string, body: string, headers: Readonly<Record<string, string>>, parent: Deadline): Promise<Answer>;
  close(): Promise<void>;
}

/** HTTP to one legacy system: a connection pool with a cap on time, on bytes and on connections. */
export function createTransport(options: TransportOptions): Transport {
  const { system, answerBytesMax } = options;
  const endpoint = new URL(options.endpoint);
  const path = endpoint.pathname + endpoint.search;
  const pool = new Pool(endpoint.origin, { connections: options.connectionsMax, pipelining: 1, connect: { timeout: options.deadlineMs } });

  async function post(operation: string, body: string, headers: Readonly<Record<string, string>>, parent: Deadline): Promise<Answer> {
    const deadline = createDeadline(options.deadlineMs, parent);
    try {
      const response = await pool.request({ method: 'POST', path, headers, body, signal: deadline.signal });
      const bytes = await readBounded(response.body);
      return { status: response.statusCode, ...decode(bytes, String(response.headers['content-type'] ?? '')) };
    } catch (error) {
      throw asUnreachable(operation, error, deadline);
    }
  }

  async function readBounded(body: AsyncIterable<Buffer>): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > answerBytesMax) throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', `the answer is over ${answerBytesMax} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }

  function decode(bytes: Buffer, contentType: string): DecodedXml {
    try {
      return decodeAndCheckXml(bytes, contentType);
    } catch (error) {
      throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', 'the answer is not in the charset that it names', { cause: error });
    }
  }

  function asUnreachable(operation: string, error: unknown, deadline: Deadline): LegacyUnreachable {
    if (error instanceof LegacyUnreachable) return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const mayHaveArrived = !neverConnected.has(code);
    if (deadline.signal.aborted || error instanceof errors.ConnectTimeoutError) {
      return new LegacyUnreachable(system, 'LEGACY_TIMEOUT', `${operation}: no whole answer in time`, { cause: error, mayHaveArrived });
    }
    return new LegacyUnreachable(system, 'LEGACY_UNAVAILABLE', `${operation}: the connection failed (${code})`, {
      cause: error,
      mayHaveArrived,
    });
  }

  return { post, close: () => pool.destroy() };
}
