import type { SourceLocation } from 'graphql';
import { BankError, type ErrorCode } from '#platform/errors.ts';

/** A request that is answered before it reaches the graph, with an HTTP status of its own. */
export class HttpRefusal extends BankError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Where in the document the fault is, as GraphQL's errors tell it. */
  readonly locations: readonly SourceLocation[] | undefined;

  constructor(status: number, code: ErrorCode, publicMessage: string, headers: Readonly<Record<string, string>> = {}, cause?: unknown, locations?: readonly SourceLocation[]) {
    super(code, publicMessage, { cause });
    this.status = status;
    this.headers = headers;
    this.locations = locations;
  }
}

export function badRequest(publicMessage: string, locations?: readonly SourceLocation[]): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', publicMessage, {}, undefined, locations);
}
