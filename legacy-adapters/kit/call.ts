import type { Deadline } from '#platform/deadline.ts';
import type { Span } from '#platform/telemetry/tracing.ts';

/** What every call to a legacy system carries besides its arguments. */
export interface Call {
  /** The caller's deadline; the adapter's own, shorter one applies as well. */
  readonly deadline: Deadline;
  /** The work that the call is a part of. */
  readonly trace: Span;
}

/**
 * What an operation does, declared once for each in its adapter.
 *
 * - `read` changes nothing: it is asked again after a failure, with a back-off, inside its deadline.
 * - `change` moves money or changes anything else: it is never sent again once a byte of it may have left, and any end but an
 *   answer or a refusal is OUTCOME_UNKNOWN.
 */
export type OperationPolicy = 'read' | 'change';

/** A call of one operation under way through the layers. */
export interface OperationCall extends Call {
  readonly operation: string;
  readonly policy: OperationPolicy;
}
