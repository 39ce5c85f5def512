import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireCustomerWith } from '../kit/context.ts';
import { Account, CustomerOfAccounts, toAccount } from './account.ts';
import { accountsRead } from './account-resolver.ts';
import type { AccountsContext } from './accounts-context.ts';

@Resolver(() => CustomerOfAccounts)
export class CustomerAccountsResolver {
  @FieldResolver(() => [Account], {
    nullable: true,
    description: 'All accounts of the customer, open and closed. At most 500. Null, with an error, while the core is unavailable.',
  })
  async accounts(@Root() customer: CustomerOfAccounts, @Ctx() context: AccountsContext): Promise<Account[]> {
    const customerNumber = requireCustomerWith(accountsRead, context);
    if (context.ids.customer.decode(customer.id) !== customerNumber) return [];
    const records = await context.loaders.accountsOfCustomer.load(customerNumber);
    return records.map((record) => toAccount(record, context.ids));
  }
}
