import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { requireCustomerWith } from '../kit/context.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { findOwnAccount } from './account-resolver.ts';
import type { AccountsContext } from './accounts-context.ts';
import { accountsRead } from './accounts-read.ts';
import { Transaction, toTransaction } from './transaction.ts';

@Resolver(() => Transaction)
export class TransactionResolver {
  @RequiresScope(accountsRead)
  @Query(() => Transaction, {
    nullable: true,
    description:
      'Looks up a transaction on one of your own accounts by ID. Null if there is none, as for a hold that has been booked or released.',
  })
  async transaction(
    @Arg('id', () => ID, { description: 'The transaction\'s ID, as in `Transaction.id`: "txn_4fT…".' }) id: string,
    @Ctx() context: AccountsContext,
  ): Promise<Transaction | null> {
    requireCustomerWith(accountsRead, context);
    const entryNumber = context.ids.transaction.decode(id);
    const found = entryNumber === undefined ? undefined : await context.loaders.entry.load(entryNumber);
    // Whose it is follows from its account.
    if (found === undefined || (await findOwnAccount(found.accountNumber, context)) === null) return null;
    return toTransaction(found.entry, context.ids);
  }
}
