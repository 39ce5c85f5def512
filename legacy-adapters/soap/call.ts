import type { Deadline } from '../../platform/deadline.ts';

/** What every call to a legacy system carries besides its arguments. */
export interface Call {
  /** The caller's deadline; the adapter's own, shorter one applies as well. */
  readonly deadline: Deadline;
  readonly traceId: string;
}
