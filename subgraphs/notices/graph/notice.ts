import { ArgsType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../kit/connection.ts';
import type { Language } from '../../kit/context.ts';
import { entities } from '../../kit/entity.ts';
import type { GraphIds } from '../../kit/graph-ids.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { GraphQLInstant } from '../../kit/scalars.ts';
import type { Notice as NoticeRecord } from '../domain/notice.ts';
import { noticesRead } from './notice-scopes.ts';
import { messageOf } from './notice-words.ts';

export const NoticeKind = { CARD_LOCKED: 'CARD_LOCKED', CARD_UNLOCKED: 'CARD_UNLOCKED', PAYEE_CREATED: 'PAYEE_CREATED' } as const;
export type NoticeKind = (typeof NoticeKind)[keyof typeof NoticeKind];

registerEnumType(NoticeKind, {
  name: 'NoticeKind',
  description: 'What a notice tells of. New values may be added; show `message` for an unknown one.',
  valuesConfig: {
    CARD_LOCKED: { description: 'A card was locked.' },
    CARD_UNLOCKED: { description: 'A card was unlocked.' },
    PAYEE_CREATED: { description: 'A payee was saved.' },
  },
});

@RequiresScope(noticesRead)
@ObjectType({ description: 'Something that happened and that the customer should know.' })
export class Notice {
  @Field(() => ID, { description: 'The notice\'s ID. Opaque and stable: "notice_4fT…".' })
  id!: string;

  @Field(() => NoticeKind, { description: 'What happened.' })
  kind!: NoticeKind;

  @Field(() => String, { description: "A sentence to show the customer, in the caller's language." })
  message!: string;

  @Field(() => GraphQLInstant, { description: 'When it happened.' })
  occurredAt!: string;

  @Field(() => GraphQLInstant, { nullable: true, description: 'When the customer read it. Null while it is unread.' })
  readAt!: string | null;

  @Field(() => ID, { nullable: true, description: 'The card it is about, as in `Card.id`. Null if it is about no card.' })
  cardId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The payee it is about, as in `Payee.id`. Null if it is about no payee.' })
  payeeId!: string | null;
}

@ObjectType({ description: 'An edge of a `NoticeConnection`.' })
export class NoticeEdge {
  @Field(() => Notice, { description: 'The notice.' })
  node!: Notice;

  @Field(() => String, { description: 'The position of the notice in its list, to pass as `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of notices.' })
export class NoticeConnection {
  @Field(() => [NoticeEdge], { description: 'The notices of this page. At most 100.' })
  edges!: NoticeEdge[];

  @Field(() => PageInfo, { description: 'Pagination information.' })
  pageInfo!: PageInfo;
}

@ArgsType()
export class NoticesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'The maximum number of items to return, from 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Returns items after this cursor. Leave it out to start with the newest.' })
  after?: string | null;
}

@ObjectType('Customer', { description: entities.customer.description })
@Directive('@key(fields: "id")')
export class CustomerOfNotices {
  @Field(() => ID, { description: entities.customer.id })
  id!: string;
}

export function toNotice({ number, kind, subject, occurredAt, readAt }: NoticeRecord, language: Language, ids: GraphIds): Notice {
  return Object.assign(new Notice(), {
    id: ids.notice.encode(number),
    kind,
    message: messageOf(kind, language),
    occurredAt: occurredAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    cardId: kind === 'PAYEE_CREATED' ? null : ids.card.encode(subject),
    payeeId: kind === 'PAYEE_CREATED' ? ids.payee.encode(subject) : null,
  });
}
