import type { BillerHub } from '#legacy-adapters/biller-hub/index.ts';
import { buildFederatedSchema, type Subgraph } from '../kit/subgraph.ts';
import { toBiller } from './biller.ts';
import { BillerResolver, findBiller } from './biller-resolver.ts';
import { type BillersContext, createBillersContext } from './billers-context.ts';
import { createCatalogue } from './catalogue.ts';
import { DebtResolver } from './debt-resolver.ts';

export function createBillersSubgraph(ports: { readonly billerHub: BillerHub }): Subgraph {
  const catalogue = createCatalogue(ports.billerHub, () => performance.now());
  return {
    name: 'billers',
    schema: buildFederatedSchema({
      resolvers: [BillerResolver, DebtResolver],
      references: {
        Biller: async ({ id }: { id: string }, context: BillersContext) => {
          const record = await findBiller(id, context);
          return record === undefined ? null : toBiller(record, context);
        },
      },
    }),
    createContext: (request) => createBillersContext(ports.billerHub, catalogue, request),
  };
}
