import { createDeadline, type Deadline } from '#platform/deadline.ts';
import type { Span } from '#platform/telemetry/tracing.ts';

export interface BoardOptions<Answer> {
  readonly ask: (call: { readonly deadline: Deadline; readonly trace: Span }) => Promise<Answer>;
  /** How long an answer stands. */
  readonly freshMs: number;
  /** A system in trouble is left alone for this long, so that its callers do not hold it down. */
  readonly troubleMs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** One answer that is the same for everybody. */
export interface Board<Answer> {
  /** The answer, at most `freshMs` old. Every caller that meets an open question shares its answer. */
  read(trace: Span): Promise<Answer>;
}

const askMsMax = 5_000;

/**
 * Keeps one answer of a legacy system for all requests: one question at a time goes there, its answer is kept for a while, and so
 * is its failure. However fast anybody asks, the system on which others wait does not feel it.
 */
export function createBoard<Answer>({ ask, freshMs, troubleMs, now }: BoardOptions<Answer>): Board<Answer> {
  let answer: Promise<Answer> | undefined;
  let keptUntil = 0;

  function askNow(trace: Span): Promise<Answer> {
    // A deadline of its own: the answer is for callers that come later, too, whatever time the first one has.
    const asked = ask({ deadline: createDeadline(askMsMax), trace });
    const keep = (milliseconds: number) => () => {
      keptUntil = now() + milliseconds;
    };
    asked.then(keep(freshMs), keep(troubleMs));
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
