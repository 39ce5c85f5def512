import { BulkheadFull, createBulkhead, createBulkheads } from './bulkhead.ts';
import { bankUnavailable, type Graph } from './graph.ts';
import type { Identity } from './identity.ts';

/** Runs what waits for somebody else while its chat takes none of the worker's slots. */
export type OutsideSlot = <Result>(call: () => Promise<Result>) => Promise<Result>;

const limits = { callsMax: 16, waitingMax: 500, waitMsMax: 10_000 };

/**
 * The graph, each of whose operations has a bulkhead of its own: the operations differ in the systems behind them, so that balances
 * that hang with the core hold up neither rates nor the lock of a card. Who finds it full hears that the bank does not answer.
 */
export function withOperationBulkheads(graph: Graph, outsideSlot: OutsideSlot): Graph {
  const bulkheads = createBulkheads(limits);
  return {
    async ask(document, variables, as) {
      const operation = /\b(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1] ?? '';
      try {
        return await outsideSlot(() => bulkheads(operation).run(() => graph.ask(document, variables, as)));
      } catch (error) {
        if (error instanceof BulkheadFull) return bankUnavailable;
        throw error;
      }
    },
  };
}

/** The identity provider behind a bulkhead of its own. Who finds it full knows as little as where nobody answers. */
export function withIdentityBulkhead(identity: Identity, outsideSlot: OutsideSlot): Identity {
  const bulkhead = createBulkhead(limits);

  async function run<Result>(call: () => Promise<Result>, without: Result): Promise<Result> {
    try {
      return await outsideSlot(() => bulkhead.run(call));
    } catch (error) {
      if (error instanceof BulkheadFull) return without;
      throw error;
    }
  }

  return {
    refresh: (refreshToken) => run(() => identity.refresh(refreshToken), { kind: 'unavailable' }),
    check: (accessToken) => run(() => identity.check(accessToken), 'unavailable'),
    end: (refreshToken) => run(() => identity.end(refreshToken), false),
  };
}
