import { requireCustomer } from '../kit/context.ts';
import { decodeReference } from '../kit/reference.ts';
import { buildFederatedSchema, type Subgraph } from '../kit/subgraph.ts';
import { CustomerResolver } from './customer-resolver.ts';
import { type CustomersContext, type CustomersPorts, createCustomersContext } from './customers-context.ts';

export function createCustomersSubgraph(ports: CustomersPorts): Subgraph {
  return {
    name: 'customers',
    schema: buildFederatedSchema({
      resolvers: [CustomerResolver],
      references: {
        Customer: ({ id }: { id: string }, context: CustomersContext) =>
          decodeReference(context.ids.customer, id) === requireCustomer(context) ? { id } : null,
      },
    }),
    createContext: (request) => createCustomersContext(ports, request),
  };
}
