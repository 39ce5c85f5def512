import type DataLoader from 'dataloader';
import type { BillerCategory, BillerHub, BillerRecord, DebtAnswer, DebtEnquiry } from '../../legacy-adapters/biller-hub/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { createLoader } from '../kit/loader.ts';

export const billersRead = 'billers:read';

export interface BillersContext extends RequestContext {
  readonly loaders: {
    /** One category of the catalogue, or all of it. */
    readonly catalogue: DataLoader<BillerCategory | 'ALL', readonly BillerRecord[]>;
    readonly biller: DataLoader<string, BillerRecord | undefined>;
    readonly debt: DataLoader<DebtEnquiry, DebtAnswer, string>;
  };
}

export function createBillersContext(hub: BillerHub, request: RequestContext): BillersContext {
  return {
    ...request,
    loaders: {
      // The hub takes one category at a time, and a request rarely asks for two.
      catalogue: createLoader((categories) =>
        Promise.all(categories.map((category) => hub.findBillers(category === 'ALL' ? undefined : category, request))),
      ),
      biller: createLoader((numbers) => hub.findBillersByNumbers(numbers, request)),
      debt: createLoader(
        (enquiries) => hub.findDebts(enquiries, request),
        (enquiry) => JSON.stringify(enquiry),
      ),
    },
  };
}
