import type { CoreBanking, ExchangeRateRecord } from '../../legacy-adapters/core-banking/index.ts';
import { createDeadline } from '../../platform/deadline.ts';

export interface RateBoardOptions {
  readonly core: Pick<CoreBanking, 'findExchangeRates'>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

export interface RateBoard {
  /** The rates as they were at the core at most 30 seconds ago. Every caller that meets an open question shares its answer. */
  read(traceId: string): Promise<readonly ExchangeRateRecord[]>;
}

const freshMs = 30_000;
/** A core in trouble is left alone for this long, and its last answer stands, so that its callers do not hold it down. */
const troubleMs = 2_000;
const askMsMax = 5_000;

/**
 * The rates are for everybody, so anybody may ask for them at any speed without saying who he is. None of that may reach the
 * core, on which customers wait: one question at a time goes there, its answer is kept for a while, and so is its failure.
 */
export function createRateBoard({ core, now }: RateBoardOptions): RateBoard {
  let answer: Promise<readonly ExchangeRateRecord[]> | undefined;
  let keptUntil = 0;

  function ask(traceId: string): Promise<readonly ExchangeRateRecord[]> {
    // A deadline of its own: the answer is for callers that come later, too, whatever time the first one has.
    const asked = core.findExchangeRates({ deadline: createDeadline(askMsMax), traceId });
    const keep = (milliseconds: number) => () => {
      keptUntil = now() + milliseconds;
    };
    asked.then(keep(freshMs), keep(troubleMs));
    return asked;
  }

  return {
    read(traceId) {
      if (answer === undefined || now() >= keptUntil) {
        keptUntil = Number.POSITIVE_INFINITY;
        answer = ask(traceId);
      }
      return answer;
    },
  };
}
