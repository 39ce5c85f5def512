import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireCustomer } from '../kit/context.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { Account, CustomerOfAccounts, toAccount } from './account.ts';
import type { AccountsContext } from './accounts-context.ts';
import { accountsRead } from './accounts-read.ts';

@Resolver(() => CustomerOfAccounts)
export class CustomerAccountsResolver {
  @RequiresScope(accountsRead)
  @FieldResolver(() => [Account], {
    nullable: true,
    description: 'All accounts of the customer, open and closed. At most 500. Null, with an error, while the core is unavailable.',
  })
  async accounts(@Root() customer: CustomerOfAccounts, @Ctx() context: AccountsContext): Promise<Account[]> {
    const customerNumber = requireCustomer(context);
    if (context.ids.customer.decode(customer.id) !== customerNumber) return [];
    const records = await context.loaders.accountsOfCustomer.load(customerNumber);
    return records.map((record) => toAccount(record, context.ids));
  }
}
