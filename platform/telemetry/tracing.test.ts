import { describe, expect, it } from 'vitest';
import { BankError, LegacyUnreachable } from '../errors.ts';
import { settingsIn } from '../testkit/settings.ts';
import { createLogger } from './logger.ts';
import { readTraceparent } from './trace-context.ts';
import { inSpan, noTracing, type Span, unrecorded } from './tracing.ts';
import { createTracing, tracesUrl, tracingSettings } from './tracing-settings.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = '00f067aa0ba902b7';

describe('traceparent', () => {
  it.each([
    [`00-${traceId}-${spanId}-01`, { traceId, spanId, sampled: true }],
    [`00-${traceId}-${spanId}-00`, { traceId, spanId, sampled: false }],
    [`00-${traceId}-${spanId}-02`, { traceId, spanId, sampled: false }],
    [undefined, undefined],
    ['', undefined],
    [`00-${'0'.repeat(32)}-${spanId}-01`, undefined],
    [`00-${traceId}-${'0'.repeat(16)}-01`, undefined],
    [`ff-${traceId}-${spanId}-01`, undefined],
    [`00-${traceId.toUpperCase()}-${spanId}-01`, undefined],
    [`00-${traceId}-${spanId}-01-more`, undefined],
    [[`00-${traceId}-${spanId}-01`], undefined],
  ])('%s is read as %o', (header, context) => {
    expect(readTraceparent(header)).toEqual(context);
  });
});

describe('without tracing', () => {
  it("passes on a caller's traceparent as it is, whatever the work is made of", () => {
    const span = noTracing.begin('POST /graphql', 'server', `00-${traceId}-${spanId}-01`);
    expect(span.traceId).toBe(traceId);
    expect(span.child('plan', 'internal').traceparent).toBe(`00-${traceId}-${spanId}-01`);
  });

  it('gives a request without a valid one an id of its own that says nobody records it', () => {
    const [one, other] = [unrecorded(), unrecorded('x')];
    expect(one.traceparent).toMatch(new RegExp(`^00-${one.traceId}-[0-9a-f]{16}-00$`));
    expect(other.traceId).not.toBe(one.traceId);
  });
});

describe('a span', () => {
  it.each([
    ['its work', undefined, []],
    ['a refusal', new BankError('NOT_FOUND', 'There is nothing here.'), [{ 'error.type': 'NOT_FOUND' }]],
    ['a legacy failure', new LegacyUnreachable('core', 'UPSTREAM_TIMEOUT', 'late'), [{ 'error.type': 'TIMEOUT' }]],
    ['a fault of ours, of which it tells no word', new Error('+380671234567'), [{ 'error.type': 'INTERNAL' }]],
  ])('ends with %s', async (_case, thrown, told) => {
    const seen: unknown[] = [];
    const span: Span = { ...unrecorded(), set: (more) => seen.push(more), end: () => seen.push('ended') };
    const work = inSpan({ ...unrecorded(), child: () => span }, 'work', 'client', {}, async () => {
      if (thrown !== undefined) throw thrown;
      return 'done';
    });
    expect(await work.catch((error: unknown) => error)).toBe(thrown ?? 'done');
    expect(seen).toEqual([...told, 'ended']);
  });
});

describe('traces go', () => {
  const urlOf = (environment: Readonly<Record<string, string>>) => tracesUrl(settingsIn(tracingSettings, environment));
  it.each([
    ['nowhere when nothing is set', {}, undefined],
    ['nowhere for a service name alone', { OTEL_SERVICE_NAME: 'gateway' }, undefined],
    ['to the endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, 'http://collector:4318/v1/traces'],
    ['to a base path', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector/otlp/' }, 'http://collector/otlp/v1/traces'],
    [
      "to the traces' own endpoint as it is",
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a:1', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://b:2/x' },
      'http://b:2/x',
    ],
    ['to this machine for an exporter alone', { OTEL_TRACES_EXPORTER: 'otlp' }, 'http://localhost:4318/v1/traces'],
    ['nowhere for no exporter', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a:1' }, undefined],
    ['nowhere where the SDK is disabled', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a:1' }, undefined],
  ])('%s', (_case, environment, url) => {
    expect(urlOf(environment)).toBe(url);
  });

  it("nowhere and are not recorded either, without OpenTelemetry's SDK, when nothing is set", async () => {
    expect(await createTracing(settingsIn(tracingSettings, {}), createLogger('test', 'silent'))).toBe(noTracing);
  });

  it('by no protocol that is not spoken here', () => {
    expect(() => urlOf({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow('must be http/json');
  });
});
