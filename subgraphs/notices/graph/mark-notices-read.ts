import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Refusal } from './refusal.ts';

@InputType({ description: 'Input for `markNoticesRead`.' })
export class MarkNoticesReadInput {
  @Field(() => ID, { description: 'The newest notice to mark, as in `Notice.id`; all older ones are marked with it.' })
  throughId!: string;

  @Field(() => ID, {
    description: 'A unique key that you generate for this request. Marking twice changes nothing. 1 to 64 printable ASCII characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The notices are marked as read.' })
export class MarkNoticesReadSuccess {
  @Field(() => Int, { description: 'How many notices are unread now: those that came later.' })
  unreadCount!: number;
}

@ObjectType({ implements: Refusal, description: 'You have no notice with this ID.' })
export class NoticeNotFound extends Refusal {}

export const MarkNoticesReadResult = createUnionType({
  name: 'MarkNoticesReadResult',
  description: 'The result of `markNoticesRead`.',
  types: () => [MarkNoticesReadSuccess, NoticeNotFound] as const,
  resolveType: (answer: object) => answer.constructor.name,
});
