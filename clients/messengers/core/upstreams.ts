import { createBulkhead, createBulkheads, NoPlace } from './bulkhead.ts';
import { bankUnavailable, type Graph } from './graph.ts';
import type { Identity } from './identity.ts';

/** Runs what waits for somebody else while its chat takes no place of those that are being worked on. */
export type Aside = <Result>(call: () => Promise<Result>) => Promise<Result>;

const limits = { callsMax: 16, waitingMax: 500, waitMsMax: 10_000 };

/**
 * The graph, each of whose operations has places of its own: the operations differ in the systems behind them, so that balances
 * that hang with the core hold up neither rates nor the lock of a card. Who gets no place hears that the bank does not answer.
 */
export function withPlaces(graph: Graph, aside: Aside): Graph {
  const bulkheads = createBulkheads(limits);
  return {
    async ask(document, variables, as) {
      const operation = /\b(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1] ?? '';
      try {
        return await aside(() => bulkheads(operation).run(() => graph.ask(document, variables, as)));
      } catch (error) {
        if (error instanceof NoPlace) return bankUnavailable;
        throw error;
      }
    },
  };
}

/** The identity provider in places of its own. Who gets none knows as little as where nobody answers. */
export function withPlacesForIdentity(identity: Identity, aside: Aside): Identity {
  const bulkhead = createBulkhead(limits);

  async function run<Result>(call: () => Promise<Result>, without: Result): Promise<Result> {
    try {
      return await aside(() => bulkhead.run(call));
    } catch (error) {
      if (error instanceof NoPlace) return without;
      throw error;
    }
  }

  return {
    refresh: (refreshToken) => run(() => identity.refresh(refreshToken), { kind: 'unavailable' }),
    check: (accessToken) => run(() => identity.check(accessToken), 'unavailable'),
    end: (refreshToken) => run(() => identity.end(refreshToken), false),
  };
}
