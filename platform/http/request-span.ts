import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Span, SpanAttributes, Tracing } from '../telemetry/tracing.ts';

/** The span of an HTTP request, which ends with its answer. `route` is undefined where nothing is served under the path. */
export function beginRequestSpan(
  tracing: Tracing,
  request: IncomingMessage,
  response: ServerResponse,
  route: string | undefined,
  attributes: SpanAttributes = {},
): Span {
  const method = request.method ?? '';
  const span = tracing.begin(route === undefined ? method : `${method} ${route}`, 'server', request.headers.traceparent, {
    'http.request.method': method,
    ...(route === undefined ? {} : { 'http.route': route }),
    ...attributes,
  });
  response.once('close', () => {
    const { statusCode, writableFinished } = response;
    if (writableFinished) span.set({ 'http.response.status_code': statusCode });
    if (statusCode >= 500) span.set({ 'error.type': String(statusCode) });
    span.end();
  });
  return span;
}
