import type { Dispatcher } from 'undici';
import type { Deadline } from '#platform/deadline.ts';

/** Why an exchange ended without a whole answer. */
export type ExchangeFault = 'no answer in time' | 'too large' | 'compressed' | 'connection';

export class ExchangeFailed extends Error {
  override readonly name = 'ExchangeFailed';
  readonly fault: ExchangeFault;
  /** False when it is certain that not one byte of the request was written. */
  readonly started: boolean;
  /** A code such as ECONNREFUSED. */
  readonly code: string;

  constructor(fault: ExchangeFault, started: boolean, code: string) {
    super(`${fault} (${code})`);
    this.fault = fault;
    this.started = started;
    this.code = code;
  }
}

/** An answer as it came, before its charset is looked at. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

export interface ExchangeRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly deadline: Deadline;
  readonly idleMs: number;
  readonly answerBytesMax: number;
}

/**
 * One POST. Below undici's request(), which leaves a request in its queue when its signal aborts, so that it is sent when
 * nobody waits for it any more, and which does not tell whether a byte was written. Redirects are not followed.
 */
export function exchange(dispatcher: Dispatcher, request: ExchangeRequest): Promise<RawAnswer> {
  const { deadline, answerBytesMax } = request;
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  let controller: Dispatcher.DispatchController | undefined;
  let settled = false;
  let status = 0;
  let headers: RawAnswer['headers'] = {};
  let size = 0;
  let whole = Buffer.allocUnsafeSlow(0);

  /** Into one buffer that doubles: an answer in pieces of a byte must not cost an object, and what that keeps alive, for each. */
  function take(chunk: Buffer): void {
    const sizeBefore = size;
    size += chunk.length;
    if (size > answerBytesMax) {
      fail('too large', `${answerBytesMax} bytes`);
      return;
    }
    if (size > whole.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(answerBytesMax, Math.max(size, whole.length * 2, 4_096)));
      whole.copy(larger, 0, 0, sizeBefore);
      whole = larger;
    }
    chunk.copy(whole, sizeBefore);
  }
  function settle(): boolean {
    if (settled) return false;
    settled = true;
    deadline.signal.removeEventListener('abort', onDeadline);
    return true;
  }
  function fail(fault: ExchangeFault, code: string): void {
    if (!settle()) return;
    const error = new ExchangeFailed(fault, controller !== undefined, code);
    controller?.abort(error);
    reject(error);
  }
  const onDeadline = () => fail('no answer in time', 'deadline');
  if (deadline.signal.aborted) {
    onDeadline();
    return promise;
  }
  deadline.signal.addEventListener('abort', onDeadline, { once: true });

  dispatcher.dispatch(
    {
      method: 'POST',
      path: request.path,
      headers: { ...request.headers, 'accept-encoding': 'identity' },
      body: request.body,
      // Until the headers come the deadline counts; between chunks, this.
      headersTimeout: 0,
      bodyTimeout: request.idleMs,
    },
    {
      onRequestStart(started) {
        // Aborted here, nothing is written.
        if (settled) started.abort(new Error('given up'));
        else controller = started;
      },
      onResponseStart(_controller, statusCode, received) {
        if (statusCode < 200) return;
        status = statusCode;
        headers = received;
        const encoding = String(received['content-encoding'] ?? 'identity').toLowerCase();
        // We asked for none; to unpack one would need bounds of its own.
        if (encoding !== 'identity') fail('compressed', encoding.replaceAll(/[^a-z-]/g, '').slice(0, 20));
        else if (Number(received['content-length']) > answerBytesMax) fail('too large', `${answerBytesMax} bytes`);
      },
      onResponseData(_controller, chunk) {
        take(chunk);
      },
      onResponseEnd() {
        if (settle()) resolve({ status, headers, bytes: whole.subarray(0, size) });
      },
      onResponseError(_controller, error) {
        const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
        const late = code === 'UND_ERR_BODY_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_CONNECT_TIMEOUT';
        fail(late ? 'no answer in time' : 'connection', code);
      },
    },
  );
  return promise;
}
