import { BankError, LegacyFailure } from '../errors.ts';
import type { Service } from '../lifecycle.ts';
import { newTraceContext, readTraceparent, writeTraceparent } from './trace-context.ts';

/**
 * What a span may say. The list is closed, and its values are names and codes of our own: traces are kept by others than the
 * bank's data is, so nothing about a person, no id and no text of a client's goes in. Names follow OpenTelemetry's semantic
 * conventions (https://opentelemetry.io/docs/specs/semconv/) where they have one.
 */
export interface SpanAttributes {
  readonly 'http.request.method'?: string;
  /** The route as we know it (`/graphql`, `/realms/`), never the path that was asked for. */
  readonly 'http.route'?: string;
  readonly 'http.response.status_code'?: number;
  readonly 'graphql.operation.type'?: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the operation's name, which is a client's own text. */
  readonly 'portico.operation.name_hash'?: string;
  readonly 'portico.subgraph'?: string;
  readonly 'portico.channel'?: string;
  /** A legacy system and one of the operations of its WSDL. */
  readonly 'portico.legacy.system'?: string;
  readonly 'portico.legacy.operation'?: string;
  /** A stable code: of the graph's errors, of the taxonomy of legacy failures, or an HTTP status. */
  readonly 'error.type'?: string;
}

export type SpanKind = 'server' | 'client' | 'consumer' | 'internal';

/** One piece of work in a trace. */
export interface Span {
  /** 32 hexadecimal digits; it stands in errors and logs. */
  readonly traceId: string;
  /** The `traceparent` header for whoever is asked in the course of this work. */
  readonly traceparent: string;
  /** A piece of this work. */
  child(name: string, kind: SpanKind, attributes?: SpanAttributes): Span;
  set(attributes: SpanAttributes): void;
  /** The work is done. A span with `error.type` has failed. */
  end(): void;
}

export interface Tracing extends Service {
  /** The span of work that somebody asked for: in his trace where his `traceparent` is valid, else in a new one. */
  begin(name: string, kind: SpanKind, traceparent: string | string[] | undefined, attributes?: SpanAttributes): Span;
}

/** Records nothing and passes on what it was given, as W3C Trace Context wants it of whoever takes no part (section 4.3). */
export const noTracing: Tracing = {
  name: 'no tracing',
  begin: (_name, _kind, traceparent) => unrecorded(traceparent),
  start: async () => {},
  stop: async () => {},
};

/** A span that nobody records. */
export function unrecorded(traceparent?: string | string[]): Span {
  const known = readTraceparent(traceparent);
  const context = known ?? newTraceContext();
  const span: Span = {
    traceId: context.traceId,
    traceparent: known !== undefined && typeof traceparent === 'string' ? traceparent : writeTraceparent(context),
    child: () => span,
    set: () => {},
    end: () => {},
  };
  return span;
}

/** Does `work` as a piece of `parent`; what it throws fails the span with its code, and is thrown on. */
export function inSpan<Result>(
  parent: Span,
  name: string,
  kind: SpanKind,
  attributes: SpanAttributes,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return withSpan(parent.child(name, kind, attributes), work);
}

/** Does the `work` that the span is for, and ends it. */
export async function withSpan<Result>(span: Span, work: (span: Span) => Promise<Result>): Promise<Result> {
  try {
    return await work(span);
  } catch (error) {
    span.set({ 'error.type': errorType(error) });
    throw error;
  } finally {
    span.end();
  }
}

function errorType(error: unknown): string {
  if (error instanceof LegacyFailure) return error.kind;
  return error instanceof BankError ? error.code : 'INTERNAL';
}
