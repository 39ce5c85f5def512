/** The moment by which an answer must be given, kept on the monotonic clock so that a jumping wall clock moves nothing. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Milliseconds left; 0 once it has passed. */
  remainingMs(): number;
}

/** A deadline `durationMs` from now, and never later than `parent`. Aborts when either passes or the parent is cancelled. */
export function createDeadline(durationMs: number, parent?: Deadline): Deadline {
  const lifeMs = Math.max(0, Math.min(durationMs, parent?.remainingMs() ?? Number.POSITIVE_INFINITY));
  const endsAt = performance.now() + lifeMs;
  const timer = AbortSignal.timeout(Math.ceil(lifeMs));
  return {
    signal: parent === undefined ? timer : AbortSignal.any([timer, parent.signal]),
    remainingMs: () => Math.max(0, endsAt - performance.now()),
  };
}
