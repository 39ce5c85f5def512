import { databaseNeed } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import { requireCustomer } from '../kit/context.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { CustomerOfNotices } from './graph/notice.ts';
import { CustomerNoticesResolver, NoticeResolver } from './graph/notice-resolver.ts';
import type { NoticesContext } from './graph/notices-context.ts';
import { tables } from './store/tables.ts';
import { registerRemoving, removeOld } from './work/remove-old.ts';
import { registerNotices } from './work/write-notices.ts';

export const notices = defineSubgraph({
  name: 'notices',
  about: 'what a customer should know',
  scopes: [
    { name: 'notices:read', description: "Read one's own notices.", grantedTo: 'customers' },
    { name: 'notices:write', description: "Mark one's own notices as read.", grantedTo: 'customers' },
  ],
  settings: {},
  needs: { database: databaseNeed, journal: journalNeed, jobs: jobsNeed },
  state: { tables, events: [], queues: [removeOld] },
  create({ database, journal, jobs }) {
    return {
      schema: buildFederatedSchema({
        resolvers: [NoticeResolver, CustomerNoticesResolver],
        orphanedTypes: [CustomerOfNotices],
        references: {
          Customer: ({ id }: { id: string }, context: NoticesContext) =>
            decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
        },
      }),
      createContext: (request): NoticesContext => ({ ...request, database }),
      registerWork() {
        registerNotices(journal);
        registerRemoving(jobs);
      },
    };
  },
});
