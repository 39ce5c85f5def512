import { cardProcessingPort } from '#legacy-adapters/card-processing/index.ts';
import { requireCustomer } from '../kit/context.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema, type ReferenceResolver } from '../kit/subgraph.ts';
import { CreditCard, CustomerOfCards, DebitCard, toCard, VirtualCard } from './graph/card.ts';
import { CardLockResolver } from './graph/card-lock-resolver.ts';
import { AccountCardsResolver, CardResolver, CustomerCardsResolver } from './graph/card-resolver.ts';
import { cardsRead } from './graph/card-scopes.ts';
import { type CardsContext, createCardsContext } from './graph/cards-context.ts';
import { findOwnCard } from './graph/own-card.ts';

export const cards = defineSubgraph({
  name: 'cards',
  about: 'debit, credit and virtual',
  scopes: [
    { name: 'cards:read', description: "Read one's own cards and their limits.", grantedTo: 'customers' },
    { name: 'cards:write', description: "Lock and unlock one's own cards.", grantedTo: 'customers' },
  ],
  settings: {},
  needs: { cardProcessing: cardProcessingPort },
  create({ cardProcessing }) {
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
      createContext: (request) => createCardsContext(cardProcessing, request),
    };
  },
});
