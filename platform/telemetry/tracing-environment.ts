import { z } from 'zod';
import type { Logger } from './logger.ts';
import { samplers } from './samplers.ts';
import { noTracing, type Tracing } from './tracing.ts';

const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const wrongShare = { error: 'must be a share, 0 to 1' };

/**
 * The standard variables of OpenTelemetry that we read (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).
 * One thing differs from the standard: with none of them set nothing is recorded and nothing leaves. The exporter reads the
 * rest of OTEL_EXPORTER_OTLP_* itself: headers, time-out, compression and certificates.
 */
export const tracingSettings = {
  OTEL_SDK_DISABLED: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false'], { error: 'must be true or false' }))
    .default('false'),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], { error: 'must be otlp or none' }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json', { error: 'must be http/json, the one that is spoken here' }).default('http/json'),
  OTEL_SERVICE_NAME: z.string().min(1).max(200).default('portico'),
  OTEL_TRACES_SAMPLER: z.enum(samplers, { error: `must be one of ${samplers.join(', ')}` }).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number(wrongShare).min(0, wrongShare).max(1, wrongShare).default(1),
};

export type TracingSettings = z.infer<z.ZodObject<typeof tracingSettings>>;

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
  const address = tracesUrl(settings);
  if (address === undefined) return noTracing;
  const { createOtlpTracing } = await import('./otlp-tracing.ts');
  return createOtlpTracing({
    url: address,
    serviceName: settings.OTEL_SERVICE_NAME,
    sampler: settings.OTEL_TRACES_SAMPLER,
    samplerShare: settings.OTEL_TRACES_SAMPLER_ARG,
    logger,
  });
}
