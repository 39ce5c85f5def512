import type DataLoader from 'dataloader';
import type { BillerHub, BillerRecord, DebtAnswer, DebtEnquiry } from '#legacy-adapters/biller-hub/index.ts';
import type { RequestContext } from '../kit/context.ts';
import { createLoader } from '../kit/loader.ts';
import type { Catalogue } from './catalogue.ts';
import type { RecordDebtRead } from './debt-audit.ts';
import type { DebtLimit } from './debt-limit.ts';

export const billersRead = 'billers:read';

export interface BillersContext extends RequestContext {
  readonly catalogue: Catalogue;
  readonly debtLimit: DebtLimit;
  /** Writes down who has seen what somebody owes, who need not be whoever asks. Nothing is shown before. */
  readonly recordDebtRead: RecordDebtRead;
  readonly loaders: {
    readonly biller: DataLoader<string, BillerRecord | undefined>;
    readonly debt: DataLoader<DebtEnquiry, DebtAnswer, string>;
  };
}

/** What lives as long as the process. */
export interface BillersProcess {
  readonly billerHub: BillerHub;
  readonly catalogue: Catalogue;
  readonly debtLimit: DebtLimit;
  readonly recordDebtRead: RecordDebtRead;
}

export function createBillersContext({ billerHub: hub, ...process }: BillersProcess, request: RequestContext): BillersContext {
  return {
    ...request,
    ...process,
    loaders: {
      biller: createLoader((numbers) => hub.findBillersByNumbers(numbers, request)),
      debt: createLoader(
        (enquiries) => hub.findDebts(enquiries, request),
        (enquiry) => JSON.stringify(enquiry),
      ),
    },
  };
}
