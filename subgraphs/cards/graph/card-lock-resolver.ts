import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CardChange } from '#legacy-adapters/card-processing/index.ts';
import { BankError } from '#platform/errors.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { type Card, toCard } from './card.ts';
import { LockCardInput, LockCardResult, LockCardSuccess, UnlockCardInput, UnlockCardResult, UnlockCardSuccess } from './card-lock.ts';
import { cardsWrite } from './card-scopes.ts';
import type { CardsContext } from './cards-context.ts';
import { findOwnCard } from './own-card.ts';
import { refusalOf } from './refusal-of.ts';

@Resolver()
export class CardLockResolver {
  @RequiresScope(cardsWrite)
  @Mutation(() => LockCardResult, {
    nullable: true,
    description:
      'Locks one of your own cards, effective immediately. Locking a locked card succeeds and changes nothing. Null, with an error, if it failed.',
  })
  lockCard(
    @Arg('input', () => LockCardInput, { description: 'The card, and a key for this request.' }) input: LockCardInput,
    @Ctx() context: CardsContext,
  ): Promise<typeof LockCardResult> {
    const lock = (cardToken: string) => context.processing.lockCard(cardToken, input.idempotencyKey, context);
    return change(input, context, lock, (card) => Object.assign(new LockCardSuccess(), { card }));
  }

  @RequiresScope(cardsWrite)
  @Mutation(() => UnlockCardResult, {
    nullable: true,
    description:
      'Unlocks a card that you locked. Unlocking an active card succeeds and changes nothing. Null, with an error, if it failed.',
  })
  unlockCard(
    @Arg('input', () => UnlockCardInput, { description: 'The card, and a key for this request.' }) input: UnlockCardInput,
    @Ctx() context: CardsContext,
  ): Promise<typeof UnlockCardResult> {
    const unlock = (cardToken: string) => context.processing.unlockCard(cardToken, input.idempotencyKey, context);
    return change(input, context, unlock, (card) => Object.assign(new UnlockCardSuccess(), { card }));
  }
}

const keyPattern = /^[\x21-\x7E]{1,64}$/;

async function change<Success>(
  input: LockCardInput | UnlockCardInput,
  context: CardsContext,
  ask: (cardToken: string) => Promise<CardChange>,
  succeed: (card: Card) => Success,
) {
  if (!keyPattern.test(input.idempotencyKey)) {
    throw new BankError('BAD_USER_INPUT', 'idempotencyKey must have 1 to 64 printable ASCII characters.');
  }
  const record = await findOwnCard(context.ids.card.decode(input.cardId), cardsWrite, context);
  if (record === undefined) return refusalOf('CARD_NOT_FOUND', context.language);
  const changed = await ask(record.cardToken);
  if (changed.outcome === 'REFUSED') return refusalOf(changed.reason, context.language);
  context.loaders.status.clear(record.cardToken).prime(record.cardToken, changed.status);
  return succeed(toCard(record, context.ids));
}
