import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { BankError } from '#platform/errors.ts';
import { type Connection, checkPageSize, PageArgs, toConnection } from '../../kit/connection.ts';
import { type Language, requireCustomerWith } from '../../kit/context.ts';
import { callerAs, findOwn } from '../../kit/ownership.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { countUnread, findNotice, listNotices, markRead } from '../store/notices.ts';
import type { Tables } from '../store/tables.ts';
import { MarkNoticesReadInput, MarkNoticesReadResult, MarkNoticesReadSuccess, NoticeNotFound } from './mark-notices-read.ts';
import { CustomerOfNotices, Notice, NoticeConnection, toNotice } from './notice.ts';
import { noticesRead, noticesWrite } from './notice-scopes.ts';
import type { NoticesContext } from './notices-context.ts';

@Resolver()
export class NoticeResolver {
  @RequiresScope(noticesRead)
  @Query(() => Notice, { nullable: true, description: 'Looks up one of your own notices by ID. Null if you have no such notice.' })
  async notice(
    @Arg('id', () => ID, { description: 'The notice\'s ID, as in `Notice.id`: "notice_4fT…".' }) id: string,
    @Ctx() context: NoticesContext,
  ): Promise<Notice | null> {
    const found = await findOwn(
      {
        scope: noticesRead,
        number: context.ids.notice.decode(id),
        load: (number) => findNotice(context.database.tables<Tables>(), number),
        ownerOf: ({ customerNumber }) => customerNumber,
      },
      context,
    );
    return found === undefined ? null : toNotice(found, context.language, context.ids);
  }
}

@Resolver(() => CustomerOfNotices)
export class CustomerNoticesResolver {
  @RequiresScope(noticesRead)
  @FieldResolver(() => NoticeConnection, {
    nullable: true,
    description:
      'What happened that the customer should know, newest first: at most 200, kept for 90 days. Null, with an error, if an argument is wrong or they are unavailable.',
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async notices(
    @Root() customer: CustomerOfNotices,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: NoticesContext,
  ): Promise<Connection<Notice>> {
    const countMax = checkPageSize(first);
    const customerNumber = callerAs(customer, noticesRead, context);
    if (customerNumber === undefined) return toConnection([], false, false);
    const cursors = context.ids.cursors.of(['notices', customerNumber]);
    const place = after === undefined || after === null ? undefined : cursors.decode(after);
    const found = await listNotices(context.database.tables<Tables>(), { customerNumber, countMax: countMax + 1, after: place });
    const edges = found
      .slice(0, countMax)
      .map((notice) => ({ node: toNotice(notice, context.language, context.ids), cursor: cursors.encode(notice.number) }));
    return toConnection(edges, found.length > countMax, place !== undefined);
  }

  @RequiresScope(noticesRead)
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many notices are unread, at most 200. Null, with an error, if they are unavailable.',
  })
  async unreadNoticeCount(@Root() customer: CustomerOfNotices, @Ctx() context: NoticesContext): Promise<number> {
    const customerNumber = callerAs(customer, noticesRead, context);
    return customerNumber === undefined ? 0 : countUnread(context.database.tables<Tables>(), customerNumber);
  }

  @RequiresScope(noticesWrite)
  @Mutation(() => MarkNoticesReadResult, {
    nullable: true,
    description: 'Marks a notice and all older ones as read. Null, with an error, if it failed.',
  })
  async markNoticesRead(
    @Arg('input', () => MarkNoticesReadInput, { description: 'The newest notice to mark, and a key for this request.' })
    { throughId, idempotencyKey }: MarkNoticesReadInput,
    @Ctx() context: NoticesContext,
  ): Promise<typeof MarkNoticesReadResult> {
    const customerNumber = requireCustomerWith(noticesWrite, context);
    if (!keyPattern.test(idempotencyKey))
      throw new BankError('BAD_USER_INPUT', 'idempotencyKey must have 1 to 64 printable ASCII characters.');
    const tables = context.database.tables<Tables>();
    const through = context.ids.notice.decode(throughId);
    // The key is not kept: done again, it marks what is marked already.
    const isMarked = through !== undefined && (await markRead(tables, customerNumber, through));
    if (!isMarked) return Object.assign(new NoticeNotFound(), { code: 'NOTICE_NOT_FOUND' as const, message: notFound[context.language] });
    return Object.assign(new MarkNoticesReadSuccess(), { unreadCount: await countUnread(tables, customerNumber) });
  }
}

const keyPattern = /^[\x21-\x7E]{1,64}$/;

const notFound: Readonly<Record<Language, string>> = {
  uk: 'У вас немає такого повідомлення.',
  en: 'You have no such notice.',
  ru: 'У вас нет такого уведомления.',
};
