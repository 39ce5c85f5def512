import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Card } from './card.ts';
import { Refusal } from './refusal.ts';

const idempotencyKey =
  'A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…".';

@InputType({ description: 'Input for `lockCard`.' })
export class LockCardInput {
  @Field(() => ID, { description: 'The card\'s ID, as in `Card.id`: "card_4fT…".' })
  cardId!: string;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@InputType({ description: 'Input for `unlockCard`.' })
export class UnlockCardInput {
  @Field(() => ID, { description: 'The card\'s ID, as in `Card.id`: "card_4fT…".' })
  cardId!: string;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The card is locked. It cannot be used for payments until it is unlocked.' })
export class LockCardSuccess {
  @Field(() => Card, { nullable: true, description: 'The updated card. Null, with an error, if the token may not read cards.' })
  card!: Card | null;
}

@ObjectType({ description: 'The card is unlocked and can be used again.' })
export class UnlockCardSuccess {
  @Field(() => Card, { nullable: true, description: 'The updated card. Null, with an error, if the token may not read cards.' })
  card!: Card | null;
}

@ObjectType({ implements: Refusal, description: 'You have no card with this ID.' })
export class CardNotFound extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The card is permanently closed and cannot be locked or unlocked.' })
export class CardClosed extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The card has expired and cannot be locked or unlocked.' })
export class CardExpired extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The bank blocked the card. The customer must contact the bank.' })
export class CardBlockedByBank extends Refusal {}

const refusals = [CardNotFound, CardClosed, CardExpired, CardBlockedByBank] as const;
const resolveType = (answer: object) => answer.constructor.name;

export const LockCardResult = createUnionType({
  name: 'LockCardResult',
  description: 'The result of `lockCard`.',
  types: () => [LockCardSuccess, ...refusals] as const,
  resolveType,
});

export const UnlockCardResult = createUnionType({
  name: 'UnlockCardResult',
  description: 'The result of `unlockCard`.',
  types: () => [UnlockCardSuccess, ...refusals] as const,
  resolveType,
});
