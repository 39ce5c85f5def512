import { coreBankingPort } from '#legacy-adapters/core-banking/index.ts';
import { requireCustomer } from '../kit/context.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { CustomerOfAccounts } from './account.ts';
import { AccountResolver, findOwnAccount } from './account-resolver.ts';
import { type AccountsContext, createAccountsContext } from './accounts-context.ts';
import { CustomerAccountsResolver } from './customer-accounts-resolver.ts';
import { TransactionResolver } from './transaction-resolver.ts';

export const accounts = defineSubgraph({
  name: 'accounts',
  about: 'balances and statements',
  scopes: [{ name: 'accounts:read', description: "Read one's own accounts, balances and statements.", grantedTo: 'customers' }],
  settings: {},
  needs: { coreBanking: coreBankingPort },
  create({ coreBanking }) {
    return {
      schema: buildFederatedSchema({
        resolvers: [AccountResolver, CustomerAccountsResolver, TransactionResolver],
        orphanedTypes: [CustomerOfAccounts],
        references: {
          Account: ({ id }: { id: string }, context: AccountsContext) => findOwnAccount(decodeReference(context.ids.account, id), context),
          Customer: ({ id }: { id: string }, context: AccountsContext) =>
            decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
        },
      }),
      createContext: (request) => createAccountsContext(coreBanking, request),
    };
  },
});
