import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Refusal } from '../kit/refusal.ts';
import { Card } from './card.ts';

const idempotencyKey =
  'Chosen by the client, 1 to 64 printable ASCII characters, one for each intention: "b7c1…". Locking and unlocking are idempotent by nature; the key goes into the journal of card processing.';

@InputType({ description: 'Which card to lock.' })
export class LockCardInput {
  @Field(() => ID, { description: 'As in `Card.id`.' })
  cardId!: string;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@InputType({ description: 'Which card to unlock.' })
export class UnlockCardInput {
  @Field(() => ID, { description: 'As in `Card.id`.' })
  cardId!: string;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The card is locked: nothing can be paid with it until it is unlocked.' })
export class LockCardSuccess {
  @Field(() => Card, { nullable: true, description: 'As it is now. Null, with an error, where the token may not read cards.' })
  card!: Card | null;
}

@ObjectType({ description: 'The card works again.' })
export class UnlockCardSuccess {
  @Field(() => Card, { nullable: true, description: 'As it is now. Null, with an error, where the token may not read cards.' })
  card!: Card | null;
}

@ObjectType({ implements: Refusal, description: 'The caller has no such card.' })
export class CardNotFound extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The card is closed for good and can be neither locked nor unlocked.' })
export class CardClosed extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The card is past its last month; nothing more happens with it.' })
export class CardExpired extends Refusal {}

@ObjectType({ implements: Refusal, description: 'The bank blocked the card; call the bank.' })
export class CardBlockedByBank extends Refusal {}

const refusals = [CardNotFound, CardClosed, CardExpired, CardBlockedByBank] as const;
const resolveType = (answer: object) => answer.constructor.name;

export const LockCardResult = createUnionType({
  name: 'LockCardResult',
  description: 'What came of `lockCard`.',
  types: () => [LockCardSuccess, ...refusals] as const,
  resolveType,
});

export const UnlockCardResult = createUnionType({
  name: 'UnlockCardResult',
  description: 'What came of `unlockCard`.',
  types: () => [UnlockCardSuccess, ...refusals] as const,
  resolveType,
});
