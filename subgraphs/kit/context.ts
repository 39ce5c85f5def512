import type { Deadline } from '#platform/deadline.ts';
import { BankError } from '#platform/errors.ts';
import type { Language } from '#platform/language.ts';
import type { Principal } from '#platform/principal/principal.ts';
import type { Span } from '#platform/telemetry/tracing.ts';
import type { GraphIds } from './graph-ids.ts';

export type { Language };

/** What every resolver of every subgraph knows of the request that it serves. */
export interface RequestContext {
  readonly principal: Principal;
  readonly deadline: Deadline;
  readonly trace: Span;
  readonly language: Language;
  readonly ids: GraphIds;
}

/** The number of the customer who asks. Everything a customer may see is found by it and by nothing from the request. */
export function requireCustomer({ principal }: RequestContext): string {
  if (principal.kind === 'customer') return principal.customerNumber;
  if (principal.kind === 'anonymous') throw new BankError('UNAUTHENTICATED', 'Log in first.');
  throw new BankError('FORBIDDEN', 'This user is not a customer of the bank.');
}

/** The number of the customer who asks, provided that the token also grants `scope`. */
export function requireCustomerWith(scope: string, context: RequestContext): string {
  const customerNumber = requireCustomer(context);
  requireScope(scope, context);
  return customerNumber;
}

/** For what belongs to no customer: the token grants `scope`, whoever it is for. */
export function requireScope(scope: string, { principal }: RequestContext): void {
  if (principal.kind === 'anonymous') throw new BankError('UNAUTHENTICATED', 'Log in first.');
  if (!principal.scopes.includes(scope)) throw new BankError('FORBIDDEN', `This needs the scope ${scope}.`);
}
