import { cardProcessingPort } from '#legacy-adapters/card-processing/index.ts';
import { auditNeed } from '#platform/audit/settings.ts';
import { databaseNeed } from '#platform/database/settings.ts';
import { journalNeed } from '#platform/events/settings.ts';
import { idempotencyNeed } from '#platform/idempotency/settings.ts';
import { jobsNeed } from '#platform/jobs/settings.ts';
import { requireCustomer } from '../kit/context.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema, type ReferenceResolver } from '../kit/subgraph.ts';
import { createCardChanges } from './change-card.ts';
import { cardLocked, cardUnlocked } from './events.ts';
import { CreditCard, CustomerOfCards, DebitCard, toCard, VirtualCard } from './graph/card.ts';
import { CardLockResolver } from './graph/card-lock-resolver.ts';
import { AccountCardsResolver, CardResolver, CustomerCardsResolver } from './graph/card-resolver.ts';
import { cardsRead } from './graph/card-scopes.ts';
import { type CardsContext, createCardsContext } from './graph/cards-context.ts';
import { findOwnCard } from './graph/own-card.ts';
import { tables } from './store/tables.ts';
import { registerLooking } from './work/look-into-change.ts';
import { lookIntoChange } from './work/queues.ts';

export const cards = defineSubgraph({
  name: 'cards',
  about: 'debit, credit and virtual',
  scopes: [
    { name: 'cards:read', description: "Read one's own cards and their limits.", grantedTo: 'customers' },
    { name: 'cards:write', description: "Lock and unlock one's own cards.", grantedTo: 'customers' },
  ],
  settings: {},
  needs: {
    cardProcessing: cardProcessingPort,
    database: databaseNeed,
    journal: journalNeed,
    jobs: jobsNeed,
    idempotency: idempotencyNeed,
    audit: auditNeed,
  },
  state: { tables, events: [cardLocked, cardUnlocked], queues: [lookIntoChange] },
  create({ cardProcessing, ...given }) {
    const changes = createCardChanges({ processing: cardProcessing, ...given });
    const card: ReferenceResolver = async ({ id }: { id: string }, context: CardsContext) => {
      const record = await findOwnCard(decodeReference(context.ids.card, id), cardsRead, context);
      return record === undefined ? null : toCard(record, context.ids);
    };
    return {
      schema: buildFederatedSchema({
        resolvers: [CardResolver, CustomerCardsResolver, AccountCardsResolver, CardLockResolver],
        orphanedTypes: [CustomerOfCards, DebitCard, CreditCard, VirtualCard],
        references: {
          Card: card,
          DebitCard: card,
          CreditCard: card,
          VirtualCard: card,
          Customer: ({ id }: { id: string }, context: CardsContext) =>
            decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
          // Whose it is shows in its cards only; `AccountCardsResolver` looks.
          Account: ({ id }: { id: string }) => ({ id }),
        },
      }),
      createContext: (request) => createCardsContext(cardProcessing, changes, request),
      registerWork: () => registerLooking(given.jobs, changes),
    };
  },
});
