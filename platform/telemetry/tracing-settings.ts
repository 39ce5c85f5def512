import { z } from 'zod';
import { optional, type Values, withDefault } from '../composition/setting.ts';
import { httpAddress } from '../composition/setting-kinds.ts';
import type { Logger } from './logger.ts';
import { samplers } from './samplers.ts';
import { noTracing, type Tracing } from './tracing.ts';

const wrongShare = { error: 'must be a share, 0 to 1' };

/**
 * The standard variables of OpenTelemetry that we read (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).
 * One thing differs from the standard: with none of them set nothing is recorded and nothing leaves. The exporter reads the
 * rest of OTEL_EXPORTER_OTLP_* itself: headers, time-out, compression and certificates.
 */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: optional({
    schema: httpAddress,
    description:
      'where traces go, as OTLP over HTTP: `http://collector:4318`; nothing is recorded until this or one of the next two is set ([traces](docs/deployment.md#traces))',
    without: 'none',
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional({
    schema: httpAddress,
    description: 'the same as a whole address: `http://collector:4318/v1/traces`',
    without: 'none',
  }),
  OTEL_TRACES_EXPORTER: optional({
    schema: z.enum(['otlp', 'none'], { error: 'must be otlp or none' }),
    description: '`none` records nothing; `otlp` alone sends to `http://localhost:4318`',
    without: 'none',
  }),
  OTEL_EXPORTER_OTLP_PROTOCOL: withDefault('http/json', {
    schema: z.literal('http/json', { error: 'must be http/json, the one that is spoken here' }),
    description: 'the only one that is spoken here',
  }),
  OTEL_SDK_DISABLED: withDefault('false', {
    schema: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['true', 'false'], { error: 'must be true or false' })),
    description: '`true` records nothing, whatever else is set',
  }),
  OTEL_SERVICE_NAME: withDefault('portico', { schema: z.string().min(1).max(200), description: 'what this process is called in traces' }),
  OTEL_TRACES_SAMPLER: withDefault('parentbased_always_on', {
    schema: z.enum(samplers, { error: `must be one of ${samplers.join(', ')}` }),
    description: '`always_on`, `always_off`, `traceidratio`, or one of these with `parentbased_` before it',
  }),
  OTEL_TRACES_SAMPLER_ARG: withDefault(1, {
    schema: z.coerce.number(wrongShare).min(0, wrongShare).max(1, wrongShare),
    description: 'the share of traces that a sampler by ratio keeps, 0 to 1',
  }),
};

export type TracingSettings = Values<typeof tracingSettings>;

const standardEndpoint = 'http://localhost:4318';

/** Where spans go; undefined where none are recorded. */
export function tracesUrl(settings: TracingSettings): string | undefined {
  const { OTEL_TRACES_EXPORTER: exporter, OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = settings;
  if (settings.OTEL_SDK_DISABLED === 'true' || exporter === 'none') return undefined;
  if (exporter === undefined && base === undefined && traces === undefined) return undefined;
  return traces ?? `${(base ?? standardEndpoint).replace(/\/$/, '')}/v1/traces`;
}

/** OpenTelemetry's SDK is loaded only where spans are recorded. */
export async function createTracing(settings: TracingSettings, logger: Logger): Promise<Tracing> {
  const url = tracesUrl(settings);
  if (url === undefined) return noTracing;
  const { createOtlpTracing } = await import('./otlp-tracing.ts');
  return createOtlpTracing({
    url,
    serviceName: settings.OTEL_SERVICE_NAME,
    sampler: settings.OTEL_TRACES_SAMPLER,
    samplerShare: settings.OTEL_TRACES_SAMPLER_ARG,
    logger,
  });
}
