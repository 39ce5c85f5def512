import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { callerAs } from '../kit/ownership.ts';
import { Account, CustomerOfAccounts, toAccount } from './account.ts';
import { accountsRead } from './account-resolver.ts';
import type { AccountsContext } from './accounts-context.ts';

@Resolver(() => CustomerOfAccounts)
export class CustomerAccountsResolver {
  @FieldResolver(() => [Account], {
    nullable: true,
    description: "The customer's accounts, open and closed. At most 500. Null, with an error, if core banking is unavailable.",
  })
  async accounts(@Root() customer: CustomerOfAccounts, @Ctx() context: AccountsContext): Promise<Account[]> {
    const customerNumber = callerAs(customer, accountsRead, context);
    if (customerNumber === undefined) return [];
    const records = await context.loaders.accountsOfCustomer.load(customerNumber);
    return records.map((record) => toAccount(record, context.ids));
  }
}
