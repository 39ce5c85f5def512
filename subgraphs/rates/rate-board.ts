import type { CoreBanking, ExchangeRateRecord } from '#legacy-adapters/core-banking/index.ts';
import { type Board, createBoard } from '../kit/board.ts';

export interface RateBoardOptions {
  readonly core: Pick<CoreBanking, 'findExchangeRates'>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

export type RateBoard = Board<readonly ExchangeRateRecord[]>;

/** The rates are for everybody, so anybody may ask for them at any speed without saying who he is. None of that may reach the core. */
export function createRateBoard({ core, now }: RateBoardOptions): RateBoard {
  return createBoard({ ask: (call) => core.findExchangeRates(call), freshMs: 30_000, troubleMs: 2_000, now });
}
