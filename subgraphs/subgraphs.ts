import type { BillerHub } from '#legacy-adapters/biller-hub/index.ts';
import type { CardProcessing } from '#legacy-adapters/card-processing/index.ts';
import type { Cerberus } from '#legacy-adapters/cerberus/index.ts';
import type { CoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { createAccountsSubgraph } from './accounts/subgraph.ts';
import { createBillersSubgraph } from './billers/subgraph.ts';
import { createCardsSubgraph } from './cards/subgraph.ts';
import { createCustomersSubgraph } from './customers/subgraph.ts';
import type { Subgraph } from './kit/subgraph.ts';
import { createRatesSubgraph } from './rates/subgraph.ts';

/** The ports to legacy systems that subgraphs are built from. */
export interface Ports {
  readonly coreBanking: CoreBanking;
  readonly cardProcessing: CardProcessing;
  readonly cerberus: Cerberus;
  readonly billerHub: BillerHub;
}

export interface SubgraphRow {
  /** The legacy systems that it asks; a process connects to no other. */
  readonly needs: readonly (keyof Ports)[];
  readonly create: (ports: Ports) => Subgraph;
}

/** THE list: a subgraph is in the graph when it stands here. Its name is its file in schema/subgraphs/ and its address in the supergraph. */
export const subgraphs: Readonly<Record<string, SubgraphRow>> = {
  customers: { needs: ['coreBanking', 'cerberus'], create: createCustomersSubgraph },
  accounts: { needs: ['coreBanking'], create: createAccountsSubgraph },
  cards: { needs: ['cardProcessing'], create: createCardsSubgraph },
  rates: { needs: ['coreBanking'], create: createRatesSubgraph },
  billers: { needs: ['billerHub'], create: createBillersSubgraph },
};
