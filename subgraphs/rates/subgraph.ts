import type { CoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { buildFederatedSchema, type Subgraph } from '../kit/subgraph.ts';
import { createRatesCache } from './rates-cache.ts';
import type { RatesContext } from './rates-context.ts';
import { RatesResolver } from './rates-resolver.ts';

export function createRatesSubgraph({ coreBanking }: { readonly coreBanking: CoreBanking }): Subgraph {
  const cache = createRatesCache({ core: coreBanking, now: () => performance.now() });
  return {
    name: 'rates',
    schema: buildFederatedSchema({ resolvers: [RatesResolver], references: {} }),
    createContext: (request): RatesContext => ({ ...request, cache }),
  };
}
