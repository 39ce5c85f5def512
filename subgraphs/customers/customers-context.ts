import type DataLoader from 'dataloader';
import type { Cerberus, VerificationRecord } from '#legacy-adapters/cerberus/index.ts';
import type { CoreBanking, CustomerRecord } from '#legacy-adapters/core-banking/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { createLoader } from '../kit/loader.ts';

export interface CustomersContext extends RequestContext {
  readonly loaders: {
    readonly customer: DataLoader<string, CustomerRecord | undefined>;
    readonly verification: DataLoader<string, VerificationRecord | undefined>;
  };
}

export interface CustomersPorts {
  readonly coreBanking: CoreBanking;
  readonly cerberus: Cerberus;
}

export function createCustomersContext({ coreBanking, cerberus }: CustomersPorts, request: RequestContext): CustomersContext {
  return {
    ...request,
    loaders: {
      customer: createLoader((numbers) => coreBanking.findCustomers(numbers, request)),
      verification: createLoader((numbers) => cerberus.findVerifications(numbers, request)),
    },
  };
}
