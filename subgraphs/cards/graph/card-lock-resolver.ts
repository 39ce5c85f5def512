import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { BankError } from '#platform/errors.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import type { WantedStatus } from '../domain/card-change.ts';
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
    return change('LOCKED', input, context, (card) => Object.assign(new LockCardSuccess(), { card }));
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
    return change('ACTIVE', input, context, (card) => Object.assign(new UnlockCardSuccess(), { card }));
  }
}

const keyPattern = /^[\x21-\x7E]{1,64}$/;

async function change<Success>(
  wanted: WantedStatus,
  { cardId, idempotencyKey: key }: LockCardInput | UnlockCardInput,
  context: CardsContext,
  succeed: (card: Card) => Success,
) {
  if (!keyPattern.test(key)) {
    throw new BankError('BAD_USER_INPUT', 'idempotencyKey must have 1 to 64 printable ASCII characters.');
  }
  const record = await findOwnCard(context.ids.card.decode(cardId), cardsWrite, context);
  if (record === undefined) return refusalOf('CARD_NOT_FOUND', context.language);
  const { cardToken, holderNumber: customerNumber } = record;
  const answer = await context.changes.change({ customerNumber, cardToken, wanted, key }, context);
  switch (answer.kind) {
    case 'refused':
      return refusalOf(answer.reason, context.language);
    case 'superseded':
      throw new BankError('OUTCOME_UNKNOWN', 'Whether this was carried out is not known; the card has been changed since.');
    case 'done':
      return succeed(toCard(record, context.ids));
  }
}
