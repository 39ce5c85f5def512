import type { BillerCategory, BillerHub, BillerRecord } from '#legacy-adapters/biller-hub/index.ts';
import type { Span } from '#platform/telemetry/tracing.ts';
import { createSingleFlightCache, type SingleFlightCache } from '../kit/single-flight-cache.ts';

/** The hub's catalogue, by category or whole. */
export interface Catalogue {
  read(category: BillerCategory | undefined, trace: Span): Promise<readonly BillerRecord[]>;
}

/**
 * The catalogue is the same for every customer, may hold thousands of billers, and changes by the day: it is asked for once a
 * minute for all requests, or one customer who turns its pages would keep the process busy with reading it.
 */
export function createCatalogue(hub: Pick<BillerHub, 'findBillers'>, now: () => number): Catalogue {
  const caches = new Map<BillerCategory | undefined, SingleFlightCache<readonly BillerRecord[]>>();
  return {
    read(category, trace) {
      const cache =
        caches.get(category) ??
        createSingleFlightCache({ ask: (call) => hub.findBillers(category, call), freshMs: 60_000, failureMs: 2_000, now });
      caches.set(category, cache);
      return cache.read(trace);
    },
  };
}
