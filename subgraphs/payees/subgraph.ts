import { auditNeed } from '#platform/audit/settings.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { idempotencyNeed } from '#platform/idempotency/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import { requireCustomer } from '../kit/context.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { createPayees } from './change-payees.ts';
import { payeeCreated, payeeRemoved, payeeRenamed } from './events.ts';
import { CustomerOfPayees, toPayee } from './graph/payee.ts';
import { PayeeChangeResolver } from './graph/payee-change-resolver.ts';
import { CustomerPayeesResolver, PayeeResolver } from './graph/payee-resolver.ts';
import { payeesRead } from './graph/payee-scopes.ts';
import { createPayeesContext, findOwnPayee, type PayeesContext } from './graph/payees-context.ts';
import { tables } from './store/tables.ts';
import { purgeRemoved, registerPurging } from './work/purge-removed.ts';

export const payees = defineSubgraph({
  name: 'payees',
  about: 'whom a customer pays',
  scopes: [
    { name: 'payees:read', description: "Read one's own saved payees.", grantedTo: 'customers' },
    { name: 'payees:write', description: 'Save, rename and remove payees.', grantedTo: 'customers' },
  ],
  settings: {},
  needs: { database: databaseNeed, journal: journalNeed, jobs: jobsNeed, idempotency: idempotencyNeed, audit: auditNeed },
  state: { tables, events: [payeeCreated, payeeRenamed, payeeRemoved], queues: [purgeRemoved] },
  create({ jobs, idempotency, ...given }) {
    const saved = createPayees({ idempotency, ...given });
    return {
      schema: buildFederatedSchema({
        resolvers: [PayeeResolver, CustomerPayeesResolver, PayeeChangeResolver],
        orphanedTypes: [CustomerOfPayees],
        references: {
          Payee: async ({ id }: { id: string }, context: PayeesContext) => {
            const found = await findOwnPayee(decodeReference(context.ids.payee, id), payeesRead, context);
            return found === undefined ? null : toPayee(found, context.ids);
          },
          Customer: ({ id }: { id: string }, context: PayeesContext) =>
            decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
        },
      }),
      createContext: (request) => createPayeesContext(saved, request),
      registerWork: () => registerPurging(jobs, idempotency),
    };
  },
});
