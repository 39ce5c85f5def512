import type { CoreBanking } from '#legacy-adapters/core-banking/index.ts';
import { requireCustomer } from '../kit/context.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema, type Subgraph } from '../kit/subgraph.ts';
import { CustomerOfAccounts } from './account.ts';
import { AccountResolver, findOwnAccount } from './account-resolver.ts';
import { type AccountsContext, createAccountsContext } from './accounts-context.ts';
import { CustomerAccountsResolver } from './customer-accounts-resolver.ts';

export function createAccountsSubgraph(ports: { readonly coreBanking: CoreBanking }): Subgraph {
  return {
    name: 'accounts',
    schema: buildFederatedSchema({
      resolvers: [AccountResolver, CustomerAccountsResolver],
      orphanedTypes: [CustomerOfAccounts],
      references: {
        Account: ({ id }: { id: string }, context: AccountsContext) => findOwnAccount(decodeReference(context.ids.account, id), context),
        Customer: ({ id }: { id: string }, context: AccountsContext) =>
          decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
      },
    }),
    createContext: (request) => createAccountsContext(ports.coreBanking, request),
  };
}
