import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { StatementEntry } from '#legacy-adapters/core-banking/index.ts';
import { PageInfo } from '../kit/connection.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import { Money, toMoney } from '../kit/money.ts';
import { GraphQLCivilDate, GraphQLDecimal, GraphQLInstant } from '../kit/scalars.ts';

@ObjectType({ description: 'One movement of money on an account, as it was posted. It never changes.' })
export class Transaction {
  @Field(() => ID, { description: 'Opaque and stable: "txn_4fT…".' })
  id!: string;

  @Field(() => GraphQLCivilDate, { description: "The bank's posting day." })
  postedOn!: string;

  @Field(() => GraphQLInstant, { description: 'The moment at which it was booked.' })
  bookedAt!: string;

  @Field(() => Money, { description: 'Negative for money that left the account.' })
  amount!: Money;

  @Field(() => Money, { description: 'The balance right after it.' })
  balanceAfter!: Money;

  @Field(() => String, { description: 'What it was, for people.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Who paid or was paid; null where the bank knows nobody.' })
  counterparty!: string | null;
}

@ObjectType({ description: 'A transaction and its place in the list.' })
export class TransactionEdge {
  @Field(() => Transaction, { description: 'The transaction.' })
  node!: Transaction;

  @Field(() => String, { description: 'Opaque; send it as `after` to go on from here.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of transactions, the newest first.' })
export class TransactionConnection {
  @Field(() => [TransactionEdge], { description: 'At most `first` of them.' })
  edges!: TransactionEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'Which transactions to list; what is left out does not narrow.' })
export class TransactionFilter {
  @Field(() => GraphQLCivilDate, { nullable: true, description: 'Posted on this day or later.' })
  postedFrom?: string | null;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'Posted on this day or earlier.' })
  postedTo?: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Of this amount or more; amounts that go out are negative.' })
  amountFrom?: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Of this amount or less; amounts that go out are negative.' })
  amountTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A piece of the description or of the counterparty, case ignored; 1 to 100 characters.',
  })
  text?: string | null;
}

@ArgsType()
export class TransactionsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at the most, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page starts; left out for the newest.' })
  after?: string | null;

  @Field(() => TransactionFilter, { nullable: true, description: 'Which ones; left out for all.' })
  filter?: TransactionFilter | null;
}

export function toTransaction(entry: StatementEntry, ids: GraphIds): Transaction {
  return {
    id: ids.transaction.encode(entry.entryNumber),
    postedOn: entry.postedOn,
    bookedAt: entry.bookedAt,
    amount: toMoney(entry.amount),
    balanceAfter: toMoney(entry.balanceAfter),
    description: entry.description,
    counterparty: entry.counterparty ?? null,
  };
}
