import type { ServerResponse } from 'node:http';
import { BankError } from '../errors.ts';
import { BodyTooLarge } from './json-body.ts';
import { respondJson } from './respond-json.ts';

/** What of an error may leave the process: a BankError as it is, anything else as a fault of ours. */
export function asBankError(error: unknown): BankError {
  return error instanceof BankError ? error : new BankError('INTERNAL', 'Something went wrong on our side.', { cause: error });
}

export interface ErrorResponse {
  readonly body: object;
  /** The one that the error's code stands for unless given. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request that has failed. An answer that has begun is cut off; a connection with an unread rest of a request is closed. */
export function respondError(response: ServerResponse, error: BankError, { body, status, headers = {} }: ErrorResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  respondJson(response, status ?? statusOf(error), body, response.req.complete ? headers : { ...headers, connection: 'close' });
}

function statusOf(error: BankError): number {
  if (error instanceof BodyTooLarge) return 413;
  switch (error.code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'INTERNAL':
      return 500;
    default:
      return 400;
  }
}
