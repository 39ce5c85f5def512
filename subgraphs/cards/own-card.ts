import type { CardRecord } from '#legacy-adapters/card-processing/index.ts';
import { requireCustomerWith } from '../kit/context.ts';
import type { CardsContext } from './cards-context.ts';

/** The card of this token that the caller holds; somebody else's is not found, just like one that does not exist. */
export async function findOwnCard(cardToken: string | undefined, scope: string, context: CardsContext): Promise<CardRecord | undefined> {
  const customerNumber = requireCustomerWith(scope, context);
  if (cardToken === undefined) return undefined;
  const record = await context.loaders.card.load(cardToken);
  return record?.holderNumber === customerNumber ? record : undefined;
}
