import type DataLoader from 'dataloader';
import type { CoreBanking, CustomerRecord } from '../../legacy-adapters/core-banking/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { createLoader } from '../kit/loader.ts';

export interface CustomersContext extends RequestContext {
  readonly loaders: {
    readonly customer: DataLoader<string, CustomerRecord | undefined>;
  };
}

export function createCustomersContext(coreBanking: CoreBanking, request: RequestContext): CustomersContext {
  return { ...request, loaders: { customer: createLoader((numbers) => coreBanking.findCustomers(numbers, request)) } };
}
