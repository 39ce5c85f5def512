import { billerHubPort } from '#legacy-adapters/biller-hub/index.ts';
import { auditNeed } from '#platform/audit/settings.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { toBiller } from './biller.ts';
import { BillerResolver, findBiller } from './biller-resolver.ts';
import { type BillersContext, createBillersContext } from './billers-context.ts';
import { createCatalogue } from './catalogue.ts';
import { createDebtAudit } from './debt-audit.ts';
import { DebtResolver } from './debt-resolver.ts';

export const billers = defineSubgraph({
  name: 'billers',
  about: 'whom one can pay, and what is owed',
  scopes: [{ name: 'billers:read', description: 'See whom one can pay, and ask what is owed there.', grantedTo: 'customers' }],
  settings: {},
  needs: { billerHub: billerHubPort, database: databaseNeed, audit: auditNeed },
  create({ billerHub, database, audit }) {
    const recordDebtRead = createDebtAudit(database, audit);
    const catalogue = createCatalogue(billerHub, () => performance.now());
    return {
      schema: buildFederatedSchema({
        resolvers: [BillerResolver, DebtResolver],
        references: {
          Biller: async ({ id }: { id: string }, context: BillersContext) => {
            const record = await findBiller(id, context);
            return record === undefined ? null : toBiller(record, context);
          },
        },
      }),
      createContext: (request) => createBillersContext(billerHub, catalogue, recordDebtRead, request),
    };
  },
});
