import { BankError, type ErrorCode } from '#platform/errors.ts';
import { excerpt } from '#platform/telemetry/redact.ts';

/** A request that is answered before it reaches the graph, with an HTTP status of its own. */
export class HttpRefusal extends BankError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: ErrorCode, publicMessage: string, headers: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(code, publicMessage, { cause });
    this.status = status;
    this.headers = headers;
  }
}

/** The message may name what the client has sent, of any length. */
export function badRequest(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', excerpt(message));
}
