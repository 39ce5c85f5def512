import type { BillerCategory, BillerHub, BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import type { Span } from '#platform/telemetry/tracing.ts';
import { type Board, createBoard } from '../kit/board.ts';

/** The hub's catalogue, by category or whole. */
export interface Catalogue {
  read(category: BillerCategory | undefined, trace: Span): Promise<readonly BillerRecord[]>;
}

/**
 * The catalogue is the same for every customer, may hold thousands of billers, and changes by the day: it is asked for once a
 * minute for all requests, or one customer who turns its pages would keep the process busy with reading it.
 */
export function createCatalogue(hub: Pick<BillerHub, 'findBillers'>, now: () => number): Catalogue {
  const boards = new Map<BillerCategory | undefined, Board<readonly BillerRecord[]>>();
  return {
    read(category, trace) {
      const board =
        boards.get(category) ?? createBoard({ ask: (call) => hub.findBillers(category, call), freshMs: 60_000, troubleMs: 2_000, now });
      boards.set(category, board);
      return board.read(trace);
    },
  };
}
