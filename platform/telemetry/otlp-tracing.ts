import { setTimeout as pause } from 'node:timers/promises';
import * as otel from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import * as sdk from '@opentelemetry/sdk-trace';
import { resourceFromAttributes } from 'opentelemetry-resources';
import type { Logger } from './logger.ts';
import type { Sampler } from './samplers.ts';
import { readTraceparent, writeTraceparent } from './trace-context.ts';
import type { Span, SpanAttributes, SpanKind, Tracing } from './tracing.ts';

export interface OtlpTracingOptions {
  /** Where spans are posted as OTLP/HTTP JSON: `http://collector:4318/v1/traces`. */
  readonly url: string;
  readonly serviceName: string;
  readonly sampler: Sampler;
  /** The share of traces that a sampler by ratio keeps, 0 to 1. */
  readonly samplerShare: number;
  readonly logger: Logger;
}

/** Spans that wait for the collector; one more is dropped. */
const waitingMax = 2_048;
const exportMsMax = 10_000;
/** How long a stop waits for the collector to take the last spans. */
const flushMsMax = 3_000;

const kinds: Readonly<Record<SpanKind, otel.SpanKind>> = {
  server: otel.SpanKind.SERVER,
  client: otel.SpanKind.CLIENT,
  consumer: otel.SpanKind.CONSUMER,
  internal: otel.SpanKind.INTERNAL,
};

/**
 * Records spans by OpenTelemetry's SDK and sends them in batches. Contexts are handed on by our own code, so nothing is
 * registered with OpenTelemetry's globals: libraries that would trace by themselves, with documents and messages of errors in
 * their attributes, stay silent. A collector that is unavailable costs spans and never a request.
 */
export function createOtlpTracing({ url, serviceName, sampler, samplerShare, logger }: OtlpTracingOptions): Tracing {
  const trouble = (message: string) => logger.warn({ detail: message.slice(0, 300) }, 'traces could not be sent');
  const ignore = () => {};
  otel.diag.setLogger(
    { error: trouble, warn: trouble, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: otel.DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: exportMsMax });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: samplerOf(sampler, samplerShare),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, maxQueueSize: waitingMax, exportTimeoutMillis: exportMsMax })],
  });
  const tracer = provider.getTracer('portico');

  function open(name: string, kind: SpanKind, attributes: SpanAttributes, parent: otel.Context): Span {
    const recorded = tracer.startSpan(name, { kind: kinds[kind], attributes: { ...attributes } }, parent);
    const { traceId, spanId, traceFlags } = recorded.spanContext();
    return {
      traceId,
      traceparent: writeTraceparent({ traceId, spanId, sampled: (traceFlags & otel.TraceFlags.SAMPLED) !== 0 }),
      child: (childName, childKind, childAttributes = {}) =>
        open(childName, childKind, childAttributes, otel.trace.setSpan(otel.ROOT_CONTEXT, recorded)),
      set(more) {
        recorded.setAttributes({ ...more });
        if (more['error.type'] !== undefined) recorded.setStatus({ code: otel.SpanStatusCode.ERROR });
      },
      end: () => recorded.end(),
    };
  }

  return {
    name: 'tracing',
    begin(name, kind, traceparent, attributes = {}) {
      const context = readTraceparent(traceparent);
      if (context === undefined) return open(name, kind, attributes, otel.ROOT_CONTEXT);
      const { traceId, spanId, sampled } = context;
      const traceFlags = sampled ? otel.TraceFlags.SAMPLED : otel.TraceFlags.NONE;
      return open(name, kind, attributes, otel.trace.setSpanContext(otel.ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true }));
    },
    start: async () => {},
    async stop() {
      const flushed = provider.shutdown().catch((error: unknown) => trouble(String(error)));
      await Promise.race([flushed, pause(flushMsMax, undefined, { ref: false })]);
    },
  };
}

function samplerOf(name: Sampler, share: number): sdk.Sampler {
  switch (name) {
    case 'always_on':
      return new sdk.AlwaysOnSampler();
    case 'always_off':
      return new sdk.AlwaysOffSampler();
    case 'traceidratio':
      return new sdk.TraceIdRatioBasedSampler(share);
    case 'parentbased_always_on':
      return new sdk.ParentBasedSampler({ root: new sdk.AlwaysOnSampler() });
    case 'parentbased_always_off':
      return new sdk.ParentBasedSampler({ root: new sdk.AlwaysOffSampler() });
    case 'parentbased_traceidratio':
      return new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) });
  }
}
