import { afterEach, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../http/http-server.ts';
import { settingsIn } from '../testkit/settings.ts';
import { startTraceCollector, type TraceCollector } from '../testkit/trace-collector.ts';
import { createLogger } from './logger.ts';
import { readTraceparent } from './trace-context.ts';
import { inSpan, type Tracing } from './tracing.ts';
import { createTracing, tracingSettings } from './tracing-settings.ts';

const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});

const tracingOf = (environment: Readonly<Record<string, string>>): Promise<Tracing> =>
  createTracing(settingsIn(tracingSettings, environment), createLogger('test', 'silent'));

async function collector(): Promise<TraceCollector> {
  const made = await startTraceCollector();
  started.push(made);
  return made;
}

const caller = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: '00f067aa0ba902b7' };
const traceparent = (flags: string) => `00-${caller.traceId}-${caller.spanId}-${flags}`;

/** A request with a piece of work in it, of which `recorded` is told what was sent on. */
async function serve(tracing: Tracing, header?: string): Promise<string> {
  const request = tracing.begin('GET /', 'server', header, { 'http.request.method': 'GET' });
  const sentOn = await inSpan(request, 'work', 'client', { 'portico.subgraph': 'cards' }, async (span) => span.traceparent);
  request.set({ 'http.response.status_code': 200 });
  request.end();
  return sentOn;
}

it('sends the spans of a request, in the trace of its caller, by the time that it has stopped', async () => {
  const { url, spans } = await collector();
  const tracing = await tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_SERVICE_NAME: 'gateway' });
  const sentOn = await serve(tracing, traceparent('01'));
  await tracing.stop();
  const [work, request] = spans.toSorted((a, b) => b.name.localeCompare(a.name));
  expect(request).toMatchObject({
    ...{ service: 'gateway', name: 'GET /', kind: 2, traceId: caller.traceId, parentSpanId: caller.spanId, failed: false },
    attributes: { 'http.request.method': 'GET', 'http.response.status_code': 200 },
  });
  expect(work).toMatchObject({ name: 'work', kind: 3, traceId: caller.traceId, parentSpanId: request?.spanId });
  expect(readTraceparent(sentOn)).toEqual({ traceId: caller.traceId, spanId: work?.spanId, sampled: true });
});

it('begins a trace where there is none, and marks what failed with its code alone', async () => {
  const { url, spans, text } = await collector();
  const tracing = await tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  const request = tracing.begin('GET /', 'server', undefined);
  const work = inSpan(request, 'work', 'client', {}, () => Promise.reject(new Error('of +380671234567')));
  await expect(work).rejects.toThrow();
  request.end();
  await tracing.stop();
  expect(spans.map(({ name, failed, attributes }) => [name, failed, attributes])).toEqual([
    ['work', true, { 'error.type': 'INTERNAL' }],
    ['GET /', false, {}],
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([request.traceId]));
  expect(text()).not.toContain('380671234567');
});

it.each([
  ['parentbased_always_on', 'its caller records', '01', 2],
  ['parentbased_always_on', 'its caller does not', '00', 0],
  ['parentbased_always_off', 'nobody asked before', undefined, 0],
  ['parentbased_traceidratio', 'its caller records', '01', 2],
  ['always_on', 'its caller does not', '00', 2],
  ['always_off', 'its caller records', '01', 0],
  ['traceidratio', 'its caller records, but none is to be kept', '01', 0],
])('%s, where %s: its flags are %s, %d spans are kept', async (sampler, _case, flags, kept) => {
  const { url, spans } = await collector();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: '0' };
  const tracing = await tracingOf(environment);
  const sentOn = await serve(tracing, flags === undefined ? undefined : traceparent(flags));
  await tracing.stop();
  expect(spans).toHaveLength(kept);
  expect(readTraceparent(sentOn)?.sampled).toBe(kept > 0);
  if (flags !== undefined) expect(readTraceparent(sentOn)?.traceId).toBe(caller.traceId);
});

it('lets a process stop in time though the collector takes its connection and never answers', async () => {
  const silent: HttpServer = createHttpServer({ name: 'silent', host: '127.0.0.1', port: 0, handle: (request) => hold(request.socket) });
  const held = new Set<{ destroy(): void }>();
  const hold = (socket: { destroy(): void }) => held.add(socket);
  await silent.start();
  const tracing = await tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: silent.url });
  await serve(tracing);
  const from = performance.now();
  await tracing.stop();
  expect(performance.now() - from).toBeLessThan(6_000);
  expect(held.size).toBe(1);
  for (const socket of held) socket.destroy();
  await silent.stop();
});
