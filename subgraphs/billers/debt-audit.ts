import type { DebtEnquiry } from '#legacy-adapters/biller-hub/index.ts';
import type { Audit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';
import { type RequestContext, requireCustomer } from '../kit/context.ts';

/** Rejects where it cannot be written down. */
export type RecordDebtRead = (enquiry: DebtEnquiry, context: RequestContext) => Promise<void>;

/** The payer's account at the biller, or telephone, stands in the log by a pseudonym: it is somebody's, and nobody says whose. */
export function createDebtAudit(database: Database, audit: Audit): RecordDebtRead {
  return (enquiry, context) =>
    database.transaction((transaction) =>
      audit.record(transaction, {
        actor: `customer:${requireCustomer(context)}`,
        action: 'debt.read',
        subject: context.ids.pseudonymOf('payer', JSON.stringify(enquiry)),
        details: { biller: enquiry.billerNumber },
        traceId: context.trace.traceId,
      }),
    );
}
