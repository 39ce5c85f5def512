import type DataLoader from 'dataloader';
import type { CardLimitRecord, CardProcessing, CardRecord, CardStatus } from '#legacy-adapters/card-processing/index.ts';
import type { RequestContext } from '../../kit/context.ts';
import { createLoader } from '../../kit/loader.ts';
import type { CardChanges } from '../change-card.ts';

export interface CardsContext extends RequestContext {
  readonly changes: CardChanges;
  readonly loaders: {
    readonly cardsOfHolder: DataLoader<string, CardRecord[]>;
    readonly cardsOfAccount: DataLoader<string, CardRecord[]>;
    readonly card: DataLoader<string, CardRecord | undefined>;
    readonly status: DataLoader<string, CardStatus | undefined>;
    readonly limits: DataLoader<string, CardLimitRecord[]>;
  };
}

export function createCardsContext(processing: CardProcessing, changes: CardChanges, request: RequestContext): CardsContext {
  return {
    ...request,
    changes,
    loaders: {
      cardsOfHolder: createLoader((numbers) => processing.findCardsOfHolders(numbers, request)),
      cardsOfAccount: createLoader((numbers) => processing.findCardsOfAccounts(numbers, request)),
      card: createLoader((tokens) => processing.findCards(tokens, request)),
      status: createLoader((tokens) => processing.findStatuses(tokens, request)),
      limits: createLoader((tokens) => processing.findLimits(tokens, request)),
    },
  };
}
