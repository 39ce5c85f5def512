import { defineNeed } from './need.ts';

/** The bank's graph, for a client that runs on a server. */
export interface GraphAddress {
  /** Where to post queries. */
  readonly url: string;
}

/** The scopes of the graph that customers have, for a client that asks for all of them. */
export const customerScopesNeed = defineNeed<readonly string[]>('customer-scopes');

export const graphNeed = defineNeed<GraphAddress>('graph');
