import { defineNeed } from './need.ts';

/** The bank's graph, for a client that runs on a server. */
export interface GraphAddress {
  /** Where to post queries. */
  readonly url: string;
}

export const graphNeed = defineNeed<GraphAddress>('graph');
