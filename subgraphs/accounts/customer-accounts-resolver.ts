import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { atMost } from '../kit/at-most.ts';
import { callerAs } from '../kit/ownership.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { Account, CustomerOfAccounts, toAccount } from './account.ts';
import type { AccountsContext } from './accounts-context.ts';
import { accountsRead } from './accounts-read.ts';

@Resolver(() => CustomerOfAccounts)
export class CustomerAccountsResolver {
  @RequiresScope(accountsRead)
  @FieldResolver(() => [Account], {
    nullable: true,
    description: "The customer's accounts, open and closed. At most 500. Null, with an error, if core banking is unavailable.",
  })
  async accounts(@Root() customer: CustomerOfAccounts, @Ctx() context: AccountsContext): Promise<Account[]> {
    const customerNumber = callerAs(customer, accountsRead, context);
    if (customerNumber === undefined) return [];
    const records = await context.loaders.accountsOfCustomer.load(customerNumber);
    return atMost(500, records).map((record) => toAccount(record, context.ids));
  }
}
