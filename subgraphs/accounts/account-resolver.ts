import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { StatementQuery } from '#legacy-adapters/core-banking/index.ts';
import { type BankError, malformedAnswer } from '#platform/errors.ts';
import { type Connection, toConnection } from '../kit/connection.ts';
import { Money, toMoney } from '../kit/money.ts';
import { findOwn } from '../kit/ownership.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { Account, toAccount } from './account.ts';
import type { AccountsContext } from './accounts-context.ts';
import { accountsRead } from './accounts-read.ts';
import { BankDetails } from './bank-details.ts';
import { MonthlySpending, SpendingArgs, toSpending } from './spending.ts';
import { monthsOf, readOutgoing } from './spending-request.ts';
import { toStatementQuery } from './statement-request.ts';
import { type Transaction, TransactionConnection, TransactionsArgs, toTransaction } from './transaction.ts';

/** The caller's account of this number; somebody else's is not found, just like one that does not exist. */
export async function findOwnAccount(accountNumber: string | undefined, context: AccountsContext): Promise<Account | null> {
  const { account } = context.loaders;
  const record = await findOwn(
    {
      scope: accountsRead,
      number: accountNumber,
      load: (number) => account.load(number),
      ownerOf: ({ customerNumber }) => customerNumber,
    },
    context,
  );
  return record === undefined ? null : toAccount(record, context.ids);
}

@Resolver(() => Account)
export class AccountResolver {
  @RequiresScope(accountsRead)
  @Query(() => Account, { nullable: true, description: 'Looks up one of your own accounts by ID. Null if you have no such account.' })
  account(
    @Arg('id', () => ID, { description: 'The account\'s ID, as in `Account.id`: "acc_4fT…".' }) id: string,
    @Ctx() context: AccountsContext,
  ): Promise<Account | null> {
    return findOwnAccount(context.ids.account.decode(id), context);
  }

  @RequiresScope(accountsRead)
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The booked balance. Negative when the account is overdrawn. Null, with an error, if core banking is unavailable.',
  })
  async balance(@Root() account: Account, @Ctx() context: AccountsContext): Promise<Money> {
    return toMoney((await balanceOf(account, context)).booked);
  }

  @RequiresScope(accountsRead)
  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'The amount available to spend: the balance, less holds, plus any agreed overdraft. Null, with an error, if core banking is unavailable.',
  })
  async available(@Root() account: Account, @Ctx() context: AccountsContext): Promise<Money> {
    return toMoney((await balanceOf(account, context)).available);
  }

  @RequiresScope(accountsRead)
  @FieldResolver(() => BankDetails, {
    nullable: true,
    description: 'The details a payer needs to send money to this account. Null, with an error, if core banking is unavailable.',
  })
  async bankDetails(@Root() account: Account, @Ctx() context: AccountsContext): Promise<BankDetails> {
    const found = known(await context.loaders.bankDetails.load(account.accountNumber));
    return { ...found, bic: found.bic ?? null, recipientTaxNumber: found.recipientTaxNumber ?? null };
  }

  @RequiresScope(accountsRead)
  @FieldResolver(() => TransactionConnection, {
    nullable: true,
    description: 'Transactions on the account, newest first. Null, with an error, if an argument is wrong or core banking is unavailable.',
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async transactions(
    @Root() account: Account,
    @Args(() => TransactionsArgs) args: TransactionsArgs,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<Transaction>> {
    const { query, cursors } = toStatementQuery(account.accountNumber, args, context.ids);
    const page = await readPage(query, account, context);
    return toConnection(
      page.entries.map((entry) => ({ node: toTransaction(entry, context.ids), cursor: cursors.encode(entry.entryNumber) })),
      page.hasMore,
      query.afterEntry !== undefined,
    );
  }

  @RequiresScope(accountsRead)
  @FieldResolver(() => [MonthlySpending], {
    nullable: true,
    description:
      'Money that left the account, summed by month and category, oldest month first. At most 24. Holds count once they are booked. Null, with an error, if the period is wrong or core banking is unavailable.',
  })
  async spending(
    @Root() account: Account,
    @Args(() => SpendingArgs) args: SpendingArgs,
    @Ctx() context: AccountsContext,
  ): Promise<MonthlySpending[]> {
    const months = monthsOf(args);
    const entries = await readOutgoing(account.accountNumber, months, (query) => readPage(query, account, context));
    return toSpending(entries, months, account.currency);
  }
}

/** A page of the account's statement, in the account's own currency. */
async function readPage(query: StatementQuery, { currency }: Account, context: AccountsContext) {
  const page = known(await context.loaders.statement.load(query));
  if (page.entries.every(({ amount }) => amount.currency === currency)) return page;
  throw contradiction('a transaction is in another currency than its account');
}

async function balanceOf(account: Account, context: AccountsContext) {
  const balance = known(await context.loaders.balance.load(account.accountNumber));
  if (balance.booked.currency === account.currency) return balance;
  throw contradiction('the balance of an account is in another currency than the account');
}

/** The core has just named this account, so an answer without it is a fault of the core. */
function known<Value>(value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw contradiction('the core left out an account that it had listed');
}

function contradiction(detail: string): BankError {
  return malformedAnswer(detail);
}
