import { z } from 'zod';
import { createHttpServer, type HttpServer } from '../http/http-server.ts';
import { readBody } from '../http/json-body.ts';

/** A span as a collector is sent it (https://opentelemetry.io/docs/specs/otlp/, JSON). */
export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  /** 1 internal, 2 server, 3 client, 5 consumer. */
  readonly kind: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
}

export interface TraceCollector {
  /** What OTEL_EXPORTER_OTLP_ENDPOINT has to be. */
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** Everything that was received, as it came. */
  text(): string;
  stop(): Promise<void>;
}

const attributes = z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })).default([]);
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes,
  status: z.object({ code: z.number().optional() }).default({}),
});
const body = z.object({
  resourceSpans: z.array(z.object({ resource: z.object({ attributes }), scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
});
const bytesMax = 10_000_000;

/** Takes `POST /v1/traces`. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  let text = '';
  const server: HttpServer = createHttpServer({
    name: 'collector',
    host: '127.0.0.1',
    port: 0,
    handle: (request, response) => {
      const take = async () => {
        if (request.method !== 'POST' || request.url !== '/v1/traces') return response.writeHead(404).end();
        const received = (await readBody(request, bytesMax)).toString('utf8');
        text += received;
        spans.push(...read(received));
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      };
      take().catch(() => response.writeHead(400).end());
    },
  });
  await server.start();
  return {
    url: server.url,
    spans,
    text: () => text,
    stop: () => server.stop(),
  };
}

function read(text: string): CollectedSpan[] {
  return body.parse(JSON.parse(text)).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(valuesOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((one) => ({
        service,
        name: one.name,
        traceId: one.traceId,
        spanId: one.spanId,
        parentSpanId: one.parentSpanId,
        kind: one.kind,
        attributes: valuesOf(one.attributes),
        failed: one.status.code === 2,
      })),
    );
  });
}

function valuesOf(list: z.infer<typeof attributes>): Record<string, unknown> {
  return Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]]));
}
