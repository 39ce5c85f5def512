import { createDeadline, type Deadline } from '#platform/deadline.ts';
import type { Span } from '#platform/telemetry/tracing.ts';

export interface SingleFlightCacheOptions<Answer> {
  readonly ask: (call: { readonly deadline: Deadline; readonly trace: Span }) => Promise<Answer>;
  /** How long an answer stands. */
  readonly freshMs: number;
  /** How long a failure is served, so that a system in trouble is not asked by every caller. */
  readonly failureMs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** One answer that is the same for everybody. */
export interface SingleFlightCache<Answer> {
  /** The answer, at most `freshMs` old. Every caller that meets an open question shares its answer. */
  read(trace: Span): Promise<Answer>;
}

const askMsMax = 5_000;

/**
 * A cache of one answer of a legacy system, for all requests. At most one call is in flight (single flight); its answer is kept
 * for `freshMs` and its failure for `failureMs`, so the load on the system does not grow with the number of callers.
 */
export function createSingleFlightCache<Answer>({
  ask,
  freshMs,
  failureMs,
  now,
}: SingleFlightCacheOptions<Answer>): SingleFlightCache<Answer> {
  let answer: Promise<Answer> | undefined;
  let keptUntil = 0;

  function askNow(trace: Span): Promise<Answer> {
    // A deadline of its own: the answer is for callers that come later, too, whatever time the first one has.
    const asked = ask({ deadline: createDeadline(askMsMax), trace });
    const keep = (milliseconds: number) => () => {
      keptUntil = now() + milliseconds;
    };
    asked.then(keep(freshMs), keep(failureMs));
    return asked;
  }

  return {
    read(trace) {
      if (answer === undefined || now() >= keptUntil) {
        keptUntil = Number.POSITIVE_INFINITY;
        answer = askNow(trace);
      }
      return answer;
    },
  };
}
