import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BankError } from '#platform/errors.ts';
import { type Connection, toConnection } from '../kit/connection.ts';
import { requireCustomerWith } from '../kit/context.ts';
import { Money, toMoney } from '../kit/money.ts';
import { Account, toAccount } from './account.ts';
import type { AccountsContext } from './accounts-context.ts';
import { BankDetails } from './bank-details.ts';
import { toStatementQuery } from './statement-request.ts';
import { type Transaction, TransactionConnection, TransactionsArgs, toTransaction } from './transaction.ts';

export const accountsRead = 'accounts:read';

/** The caller's account of this number; somebody else's is not found, just like one that does not exist. */
export async function findOwnAccount(accountNumber: string | undefined, context: AccountsContext): Promise<Account | null> {
  const customerNumber = requireCustomerWith(accountsRead, context);
  if (accountNumber === undefined) return null;
  const record = await context.loaders.account.load(accountNumber);
  return record?.customerNumber === customerNumber ? toAccount(record, context.ids) : null;
}

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { nullable: true, description: 'One account of the caller by its id; null where the caller has no such account.' })
  account(
    @Arg('id', () => ID, { description: 'As in `Account.id`.' }) id: string,
    @Ctx() context: AccountsContext,
  ): Promise<Account | null> {
    return findOwnAccount(context.ids.account.decode(id), context);
  }

  @FieldResolver(() => Money, { description: 'What is booked on the account; negative for an overdraft.' })
  async balance(@Root() account: Account, @Ctx() context: AccountsContext): Promise<Money> {
    return toMoney((await balanceOf(account, context)).booked);
  }

  @FieldResolver(() => Money, { description: 'What can be spent now: the balance without what is held, with what may be overdrawn.' })
  async available(@Root() account: Account, @Ctx() context: AccountsContext): Promise<Money> {
    return toMoney((await balanceOf(account, context)).available);
  }

  @FieldResolver(() => BankDetails, { description: 'What somebody else needs to send money here.' })
  async bankDetails(@Root() account: Account, @Ctx() context: AccountsContext): Promise<BankDetails> {
    const found = known(await context.loaders.bankDetails.load(account.accountNumber));
    return { ...found, bic: found.bic ?? null, recipientTaxNumber: found.recipientTaxNumber ?? null };
  }

  @FieldResolver(() => TransactionConnection, { description: 'What moved on the account, the newest first.' })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async transactions(
    @Root() account: Account,
    @Args(() => TransactionsArgs) args: TransactionsArgs,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<Transaction>> {
    const { query, cursors } = toStatementQuery(account.accountNumber, args, context.ids);
    const page = known(await context.loaders.statement.load(query));
    return toConnection(
      page.entries.map((entry) => ({ node: toTransaction(entry, context.ids), cursor: cursors.encode(entry.entryNumber) })),
      page.hasMore,
      query.afterEntry !== undefined,
    );
  }
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
  return new BankError('UPSTREAM_MALFORMED', 'A system of the bank gave an answer that could not be read.', { detail });
}
