import { coreBankingPort } from '#legacy-adapters/core-banking/index.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { createRatesCache } from './rates-cache.ts';
import type { RatesContext } from './rates-context.ts';
import { RatesResolver } from './rates-resolver.ts';

export const rates = defineSubgraph({
  name: 'rates',
  about: 'of exchange, for everybody',
  scopes: [],
  settings: {},
  needs: { coreBanking: coreBankingPort },
  create({ coreBanking }) {
    const cache = createRatesCache({ core: coreBanking, now: () => performance.now() });
    return {
      schema: buildFederatedSchema({ resolvers: [RatesResolver], references: {} }),
      createContext: (request): RatesContext => ({ ...request, cache }),
    };
  },
});
