import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { StatementEntry } from '#legacy-adapters/core-banking/index.ts';
import { addDecimals, compareDecimals, type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import { type Currency, Money } from '../kit/money.ts';
import { GraphQLYearMonth } from '../kit/scalars.ts';
import { categoryOf, TransactionCategory } from './transaction-category.ts';

@ObjectType({ description: 'What was spent on one category in a month.' })
export class CategorySpending {
  @Field(() => TransactionCategory, { description: 'The category.' })
  category!: TransactionCategory;

  @Field(() => Money, { description: 'The sum spent, without a sign: "1284.37".' })
  spent!: Money;

  @Field(() => Int, { description: 'How many transactions it is the sum of.' })
  transactionCount!: number;
}

@ObjectType({ description: 'What was spent from an account in a calendar month.' })
export class MonthlySpending {
  @Field(() => GraphQLYearMonth, { description: 'The month, by the dates on which transactions were posted: "2026-06".' })
  month!: string;

  @Field(() => Money, { description: 'The sum of all money that left the account, without a sign; zero if none did.' })
  spent!: Money;

  @Field(() => [CategorySpending], { description: 'The sum by category, largest first, without empty ones. At most 50.' })
  categories!: CategorySpending[];
}

@ArgsType()
export class SpendingArgs {
  @Field(() => GraphQLYearMonth, { description: 'The first month: "2026-01".' })
  monthFrom!: string;

  @Field(() => GraphQLYearMonth, { description: 'The last month, included: "2026-06". At most 24 months in all.' })
  monthTo!: string;
}

const nothing = fromMinorUnits(0n, 2);

/** Sums what left the account by month and category, exactly. A hold counts once it is booked. */
export function toSpending(entries: readonly StatementEntry[], months: readonly string[], currency: Currency): MonthlySpending[] {
  const spent = entries.filter(({ status, amount }) => status === 'BOOKED' && amount.amount.startsWith('-'));
  const byMonth = Map.groupBy(spent, ({ postedOn }) => postedOn.slice(0, 7));
  return months.map((month) => {
    const ofMonth = byMonth.get(month) ?? [];
    const categories = [...Map.groupBy(ofMonth, categoryOf)]
      .map(([category, some]) => ({ category, sum: sumOf(some), transactionCount: some.length }))
      .toSorted((a, b) => compareDecimals(b.sum, a.sum))
      .map(({ sum, ...rest }) => ({ ...rest, spent: { amount: sum, currency } }));
    return { month, spent: { amount: sumOf(ofMonth), currency }, categories };
  });
}

/** Of entries that left the account, without their sign. */
function sumOf(entries: readonly StatementEntry[]): Decimal {
  return entries.reduce<Decimal>((sum, { amount }) => addDecimals(sum, amount.amount.slice(1) as Decimal), nothing);
}
