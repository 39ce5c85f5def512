import type { CardRecord } from '#legacy-adapters/card-processing/index.ts';
import { findOwn } from '../../kit/ownership.ts';
import type { CardsContext } from './cards-context.ts';

/** The card of this token that the caller holds; somebody else's is not found, just like one that does not exist. */
export async function findOwnCard(cardToken: string | undefined, scope: string, context: CardsContext): Promise<CardRecord | undefined> {
  const { card } = context.loaders;
  return findOwn({ scope, number: cardToken, load: (token) => card.load(token), ownerOf: (found) => found.holderNumber }, context);
}
