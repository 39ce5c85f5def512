/** A subgraph as a person would write it who asks a system that is in the bank already. By paths from the root. */
export const branchesSubgraph: ReadonlyMap<string, string> = new Map([
  [
    'subgraphs/branches/subgraph.ts',
    `import { coreBankingPort } from '#legacy-adapters/core-banking/index.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { BranchesResolver } from './branches-resolver.ts';

export const branches = defineSubgraph({
  name: 'branches',
  about: 'where the bank is',
  scopes: [{ name: 'branches:read', description: 'See which branches have which rates.', grantedTo: 'nobody' }],
  settings: {},
  needs: { coreBanking: coreBankingPort },
  create: ({ coreBanking }) => ({
    schema: buildFederatedSchema({ resolvers: [BranchesResolver], references: {} }),
    createContext: (request) => ({ ...request, coreBanking }),
  }),
});
`,
  ],
  [
    'subgraphs/branches/branches-resolver.ts',
    `import { Ctx, Query, Resolver } from 'type-graphql';
import type { CoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { atMost } from '../kit/at-most.ts';
import { type RequestContext, requireScope } from '../kit/context.ts';

@Resolver()
export class BranchesResolver {
  @Query(() => [String], { nullable: true, description: 'Currencies that branches exchange: ["USD", "EUR"]. At most 50.' })
  async branchCurrencies(@Ctx() context: RequestContext & { readonly coreBanking: CoreBanking }): Promise<string[]> {
    requireScope('branches:read', context);
    const rates = await context.coreBanking.findExchangeRates(context);
    return atMost(50, rates.map(({ currency }) => currency));
  }
}
`,
  ],
]);
