import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { StatementEntry } from '#legacy-adapters/core-banking/index.ts';
import { connectionOf, edgeOf, PageArgs } from '../kit/connection.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import { Money, toMoney } from '../kit/money.ts';
import { GraphQLCivilDate, GraphQLDecimal, GraphQLInstant } from '../kit/scalars.ts';
import { categoryOf, TransactionCategory } from './transaction-category.ts';
import { TransactionKind, TransactionStatus } from './transaction-kind.ts';

@ObjectType({ description: 'A merchant, as the card network names it.' })
export class Merchant {
  @Field(() => String, { description: 'The name for display: "Супермаркет «Ґудзик»".' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The merchant category code (MCC), 4 digits by ISO 18245: "5411". Null if unknown.' })
  categoryCode!: string | null;
}

@ObjectType({ description: 'A movement of money on an account, booked or on hold. Immutable.' })
export class Transaction {
  @Field(() => ID, { description: 'The transaction\'s ID. Opaque and stable: "txn_4fT…".' })
  id!: string;

  @Field(() => TransactionStatus, { description: 'Whether the transaction is booked or on hold.' })
  status!: TransactionStatus;

  @Field(() => TransactionKind, { description: 'How the money moved.' })
  kind!: TransactionKind;

  @Field(() => TransactionCategory, { description: 'What the money was for.' })
  category!: TransactionCategory;

  @Field(() => GraphQLCivilDate, {
    description: 'The date the bank posted the transaction: "2026-06-30". While it is on hold, the date it was authorised.',
  })
  postedOn!: string;

  @Field(() => GraphQLInstant, { description: 'The time the transaction was booked. While it is on hold, the time it was authorised.' })
  bookedAt!: string;

  @Field(() => Money, { description: 'The amount. Negative for money leaving the account.' })
  amount!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'The account balance immediately after the transaction. Null while the transaction is on hold.',
  })
  balanceAfter!: Money | null;

  @Field(() => String, { description: 'A description for display: "Продукти".' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'The other party to the transaction. Null if unknown.' })
  counterparty!: string | null;

  @Field(() => Merchant, { nullable: true, description: 'The merchant that was paid. Null if it was no merchant, or is unknown.' })
  merchant!: Merchant | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last four digits of the card used: "1234". Null if no card was used, or it is unknown.',
  })
  cardLastFour!: string | null;
}

@ObjectType({ description: 'An edge in a connection of transactions.' })
export class TransactionEdge extends edgeOf(() => Transaction) {}

@ObjectType({ description: 'A page of transactions, newest first.' })
export class TransactionConnection extends connectionOf(() => TransactionEdge) {}

@InputType({ description: 'Filters for transactions. Fields that are left out match everything.' })
export class TransactionFilter {
  @Field(() => GraphQLCivilDate, { nullable: true, description: 'Posted on or after this date: "2026-01-01".' })
  postedFrom?: string | null;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'Posted on or before this date: "2026-01-31".' })
  postedTo?: string | null;

  @Field(() => GraphQLDecimal, {
    nullable: true,
    description: 'Amount greater than or equal to this, in the account\'s currency. Outgoing amounts are negative: "-100".',
  })
  amountFrom?: string | null;

  @Field(() => GraphQLDecimal, {
    nullable: true,
    description: 'Amount less than or equal to this, in the account\'s currency. Outgoing amounts are negative: "-100".',
  })
  amountTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Text to find in the description or counterparty, ignoring case. 1 to 100 characters.',
  })
  text?: string | null;
}

@ArgsType()
export class TransactionsArgs extends PageArgs {
  @Field(() => TransactionFilter, { nullable: true, description: 'Filters for the transactions. Leave it out to list all.' })
  filter?: TransactionFilter | null;
}

export function toTransaction(entry: StatementEntry, ids: GraphIds): Transaction {
  return {
    id: ids.transaction.encode(entry.entryNumber),
    status: entry.status,
    kind: entry.kind,
    category: categoryOf(entry),
    postedOn: entry.postedOn,
    bookedAt: entry.bookedAt,
    amount: toMoney(entry.amount),
    balanceAfter: entry.balanceAfter === undefined ? null : toMoney(entry.balanceAfter),
    description: entry.description,
    counterparty: entry.counterparty ?? null,
    merchant: entry.merchantName === undefined ? null : { name: entry.merchantName, categoryCode: entry.merchantCategoryCode ?? null },
    cardLastFour: entry.cardLastFour ?? null,
  };
}
