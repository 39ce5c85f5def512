import { type RequestContext, requireCustomerWith } from './context.ts';

export interface OwnedRecord<Found> {
  /** What the caller's token must grant. */
  readonly scope: string;
  /** Undefined where the ID that was given is malformed. */
  readonly number: string | undefined;
  readonly load: (number: string) => Promise<Found | undefined>;
  /** The customer who owns the record. */
  readonly ownerOf: (found: Found) => string;
}

/**
 * The caller's own record, or undefined. Another customer's answers like one that does not exist, and so does a malformed ID.
 * Throws a BankError UNAUTHENTICATED or FORBIDDEN.
 */
export async function findOwn<Found>(
  { scope, number, load, ownerOf }: OwnedRecord<Found>,
  context: RequestContext,
): Promise<Found | undefined> {
  const customerNumber = requireCustomerWith(scope, context);
  if (number === undefined) return undefined;
  const found = await load(number);
  return found !== undefined && ownerOf(found) === customerNumber ? found : undefined;
}

/**
 * The caller's number if a Customer entity is the caller, undefined if it is somebody else.
 * Throws a BankError UNAUTHENTICATED or FORBIDDEN.
 */
export function callerAs(customer: { readonly id: string }, scope: string, context: RequestContext): string | undefined {
  const customerNumber = requireCustomerWith(scope, context);
  return context.ids.customer.decode(customer.id) === customerNumber ? customerNumber : undefined;
}
