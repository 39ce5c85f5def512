import type { Dependencies } from '#platform/composition/need.ts';
import type { GivenSettings } from '#platform/composition/setting.ts';
import type { ServiceStack } from '#platform/lifecycle.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import type { Tracing } from '#platform/telemetry/tracing.ts';

/** What everything in one process is made with. */
export interface ProcessContext {
  readonly given: GivenSettings;
  readonly dependencies: Dependencies;
  readonly stack: ServiceStack;
  readonly metrics: MetricsRegistry;
  readonly tracing: Tracing;
  readonly logger: Logger;
}
