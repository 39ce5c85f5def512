import { billerHubPort } from '#legacy-adapters/biller-hub/index.ts';
import { auditNeed } from '#platform/audit/settings.ts';
import { cacheNeed } from '#platform/cache/settings.ts';
import { optionally } from '#platform/composition/need.ts';
import { withDefault } from '#platform/composition/setting.ts';
import { wholeNumber } from '#platform/composition/setting-kinds.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { loggerNeed, metricsNeed } from '#platform/telemetry/needs.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { toBiller } from './biller.ts';
import { BillerResolver, findBiller } from './biller-resolver.ts';
import { type BillersContext, createBillersContext } from './billers-context.ts';
import { createCatalogue } from './catalogue.ts';
import { createDebtAudit } from './debt-audit.ts';
import { createDebtLimit } from './debt-limit.ts';
import { DebtResolver } from './debt-resolver.ts';

const lookups = wholeNumber(1, 1_000_000, 'must be a whole number, 1 to 1000000');

export const billers = defineSubgraph({
  name: 'billers',
  about: 'whom one can pay, and what is owed',
  scopes: [{ name: 'billers:read', description: 'See whom one can pay, and ask what is owed there.', grantedTo: 'customers' }],
  settings: {
    DEBT_LOOKUPS_PER_BILLER: withDefault(10, {
      schema: lookups,
      description: 'how many debts one person may look up in an hour at one biller; more are refused with `RATE_LIMITED`',
    }),
    DEBT_LOOKUPS_PER_PERSON: withDefault(30, {
      schema: lookups,
      description: 'how many debts one person may look up in an hour at all billers together',
    }),
  },
  needs: {
    billerHub: billerHubPort,
    cache: cacheNeed,
    database: databaseNeed,
    audit: auditNeed,
    logger: loggerNeed,
    metrics: optionally(metricsNeed),
  },
  create(
    { billerHub, cache, database, audit, logger, metrics },
    { DEBT_LOOKUPS_PER_BILLER: perBiller, DEBT_LOOKUPS_PER_PERSON: perPerson },
  ) {
    const recordDebtRead = createDebtAudit(database, audit);
    const catalogue = createCatalogue(billerHub, () => performance.now());
    const debtLimit = createDebtLimit({ cache, perBiller, perPerson, metrics, logger });
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
      createContext: (request) => createBillersContext({ billerHub, catalogue, debtLimit, recordDebtRead }, request),
    };
  },
});
