import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, edgeOf } from '../../kit/connection.ts';
import type { Language } from '../../kit/context.ts';
import { entities } from '../../kit/entity.ts';
import type { GraphIds } from '../../kit/graph-ids.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { GraphQLInstant } from '../../kit/scalars.ts';
import { type NoticeKind, type Notice as NoticeRecord, subjectOf } from '../domain/notice.ts';
import { noticesRead } from './notice-scopes.ts';
import { messageOf } from './notice-words.ts';

const descriptions: Readonly<Record<NoticeKind, string>> = {
  CARD_LOCKED: 'A card was locked.',
  CARD_UNLOCKED: 'A card was unlocked.',
  PAYEE_CREATED: 'A payee was saved.',
};
const kinds = Object.keys(descriptions) as NoticeKind[];
const NoticeKindEnum = Object.fromEntries(kinds.map((kind) => [kind, kind])) as { readonly [Each in NoticeKind]: Each };

registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: 'What a notice tells of. New values may be added; show `message` for an unknown one.',
  valuesConfig: Object.fromEntries(kinds.map((kind) => [kind, { description: descriptions[kind] }])),
});

@RequiresScope(noticesRead)
@ObjectType({ description: 'Something that happened and that the customer should know.' })
export class Notice {
  @Field(() => ID, { description: 'The notice\'s ID. Opaque and stable: "notice_4fT…".' })
  id!: string;

  @Field(() => NoticeKindEnum, { description: 'What happened.' })
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
export class NoticeEdge extends edgeOf(() => Notice) {}

@ObjectType({ description: 'A page of notices.' })
export class NoticeConnection extends connectionOf(() => NoticeEdge) {}

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
    cardId: subjectOf[kind] === 'card' ? ids.card.encode(subject) : null,
    payeeId: subjectOf[kind] === 'payee' ? ids.payee.encode(subject) : null,
  });
}
