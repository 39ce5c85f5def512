import { cerberusPort } from '#legacy-adapters/cerberus/index.ts';
import { coreBankingPort } from '#legacy-adapters/core-banking/index.ts';
import { requireCustomer } from '../kit/context.ts';
import { defineSubgraph } from '../kit/descriptor.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema } from '../kit/subgraph.ts';
import { CustomerResolver } from './customer-resolver.ts';
import { type CustomersContext, createCustomersContext } from './customers-context.ts';

export const customers = defineSubgraph({
  name: 'customers',
  about: 'who the customer is',
  scopes: [{ name: 'customer:read', description: "Read one's own name, masked phone, language and verification.", grantedTo: 'customers' }],
  settings: {},
  needs: { coreBanking: coreBankingPort, cerberus: cerberusPort },
  create(ports) {
    return {
      schema: buildFederatedSchema({
        resolvers: [CustomerResolver],
        references: {
          Customer: ({ id }: { id: string }, context: CustomersContext) =>
            decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
        },
      }),
      createContext: (request) => createCustomersContext(ports, request),
    };
  },
});
