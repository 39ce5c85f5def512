import type { RequestContext } from '../kit/context.ts';
import type { RateBoard } from './rate-board.ts';

export interface RatesContext extends RequestContext {
  readonly board: RateBoard;
}
