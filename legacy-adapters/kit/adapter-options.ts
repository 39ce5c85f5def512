import type { MetricsRegistry } from '#platform/telemetry/metrics.ts';
import type { Policies } from './resilience/policies.ts';

/** What every adapter is given besides its credentials. */
export interface AdapterOptions {
  readonly endpoint: string;
  /** The longest that one call may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Overrides of the default retries, circuit and bulkhead. */
  readonly policies?: Partial<Policies>;
  /** Where calls are counted; nowhere unless given. */
  readonly metrics?: MetricsRegistry;
}
