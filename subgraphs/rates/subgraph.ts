import type { CoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { buildFederatedSchema, type Subgraph } from '../kit/subgraph.ts';
import { createRateBoard } from './rate-board.ts';
import type { RatesContext } from './rates-context.ts';
import { RatesResolver } from './rates-resolver.ts';

export function createRatesSubgraph({ coreBanking }: { readonly coreBanking: CoreBanking }): Subgraph {
  const board = createRateBoard({ core: coreBanking, now: () => performance.now() });
  return {
    name: 'rates',
    schema: buildFederatedSchema({ resolvers: [RatesResolver], references: {} }),
    createContext: (request): RatesContext => ({ ...request, board }),
  };
}
