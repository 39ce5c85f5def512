/** The moment by which an answer must be given, kept on the monotonic clock so that a jumping wall clock moves nothing. */
export interface Deadline {
  /** Aborts when the moment has passed, or sooner, when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Milliseconds left; 0 once it has passed, or nobody waits any more. */
  remainingMs(): number;
}

/** The caller has left: closed its connection before the answer was sent. */
export class CallerLeft extends Error {
  override readonly name = 'CallerLeft';
}

/**
 * A deadline `durationMs` from now, and never later than `parent`. Aborts when either passes or the parent is cancelled, or when
 * `left` aborts; leave that out for what changes something, which is not given up half-way.
 */
export function createDeadline(durationMs: number, parent?: Deadline, left?: AbortSignal): Deadline {
  const lifeMs = Math.max(0, Math.min(durationMs, parent?.remainingMs() ?? Number.POSITIVE_INFINITY));
  const endsAt = performance.now() + lifeMs;
  const timer = AbortSignal.timeout(Math.ceil(lifeMs));
  const ends = [timer, parent?.signal, left].filter((signal) => signal !== undefined);
  const signal = ends.length === 1 ? timer : AbortSignal.any(ends);
  return { signal, remainingMs: () => (signal.aborted ? 0 : Math.max(0, endsAt - performance.now())) };
}
