import { type Cursors, createCursors } from './cursors.ts';
import { createOpaqueIds, type OpaqueIds } from './opaque-id.ts';
import { createPseudonyms, type PseudonymOf } from './pseudonyms.ts';

/** The kinds of ids in the graph that stand for something in a legacy system, or in our own database. */
export interface GraphIds {
  readonly customer: OpaqueIds;
  readonly account: OpaqueIds;
  readonly transaction: OpaqueIds;
  readonly card: OpaqueIds;
  readonly biller: OpaqueIds;
  /** Ours: no legacy system has payees. */
  readonly payee: OpaqueIds;
  /** Places in lists. */
  readonly cursors: Cursors;
  /** For records that must hold no person's data. */
  readonly pseudonymOf: PseudonymOf;
}

export function createGraphIds(secret: string): GraphIds {
  return {
    customer: createOpaqueIds('cust', secret),
    account: createOpaqueIds('acc', secret),
    transaction: createOpaqueIds('txn', secret),
    card: createOpaqueIds('card', secret),
    biller: createOpaqueIds('bill', secret),
    payee: createOpaqueIds('payee', secret),
    cursors: createCursors(secret),
    pseudonymOf: createPseudonyms(secret),
  };
}
