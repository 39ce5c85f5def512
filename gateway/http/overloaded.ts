import type { IncomingMessage, ServerResponse } from 'node:http';
import { newTraceContext, readTraceparent } from '#platform/telemetry/trace-context.ts';
import { bodyBytesMax } from './graphql-request.ts';
import { HttpRefusal } from './http-refusal.ts';
import { chooseResponseType } from './response-type.ts';

const message = 'The bank is very busy. Try again in a moment.';
const retryAfterSeconds = '1';
/** An answer is nothing but this and the trace id between them: under overload most of what is done is refusing. */
const [before, after] = JSON.stringify({ errors: [{ message, extensions: { code: 'OVERLOADED', traceId: '#' } }] }).split('#');

/** For who is refused when his request has been read. */
export function overloaded(): HttpRefusal {
  return new HttpRefusal(503, 'OVERLOADED', message, { 'retry-after': retryAfterSeconds });
}

/**
 * Refuses a request of which nothing but the headers has been read: no token, no body, no document. Answers the trace id, for the log.
 * The connection is kept, unless more than a request's worth is still to come on it.
 */
export function refuseUnread(request: IncomingMessage, response: ServerResponse): string {
  const { traceId } = readTraceparent(request.headers.traceparent) ?? newTraceContext();
  const text = `${before}${traceId}${after}`;
  response.statusCode = 503;
  response.setHeader('content-type', chooseResponseType(request.headers.accept) ?? 'application/json; charset=utf-8');
  response.setHeader('content-length', text.length);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('retry-after', retryAfterSeconds);
  if (!isBounded(request)) response.setHeader('connection', 'close');
  response.end(text);
  return traceId;
}

function isBounded({ headers, method }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const length = headers['content-length'];
  return length !== undefined && Number(length) <= bodyBytesMax;
}
