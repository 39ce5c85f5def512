import type { SourceLocation } from 'graphql';
import { BankError, type ErrorCode } from '#platform/errors.ts';
import { excerpt } from '#platform/telemetry/redact.ts';

interface RefusalDetails {
  readonly cause?: unknown;
  /** Where in the document the fault is, as GraphQL's errors tell it. */
  readonly locations?: readonly SourceLocation[] | undefined;
}

/** A request that is answered before it reaches the graph, with an HTTP status of its own. */
export class HttpRefusal extends BankError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly locations: readonly SourceLocation[] | undefined;

  constructor(
    status: number,
    code: ErrorCode,
    publicMessage: string,
    headers: Readonly<Record<string, string>> = {},
    more: RefusalDetails = {},
  ) {
    super(code, publicMessage, { cause: more.cause });
    this.status = status;
    this.headers = headers;
    this.locations = more.locations;
  }
}

/** The message may name what the client has sent, of any length. */
export function badRequest(message: string, locations?: readonly SourceLocation[]): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', excerpt(message), {}, { locations });
}
