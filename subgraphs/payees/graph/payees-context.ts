import type DataLoader from 'dataloader';
import type { RequestContext } from '../../kit/context.ts';
import { createLoader } from '../../kit/loader.ts';
import { findOwn } from '../../kit/ownership.ts';
import type { Payees } from '../change-payees.ts';
import type { Payee } from '../domain/payee.ts';

export interface PayeesContext extends RequestContext {
  readonly payees: Payees;
  readonly loaders: { readonly payee: DataLoader<string, Payee | undefined> };
}

export function createPayeesContext(payees: Payees, request: RequestContext): PayeesContext {
  return { ...request, payees, loaders: { payee: createLoader((numbers) => payees.find(numbers)) } };
}

/** The caller's payee of this number; somebody else's is not found, just like one that does not exist. */
export function findOwnPayee(number: string | undefined, scope: string, context: PayeesContext): Promise<Payee | undefined> {
  const { payee } = context.loaders;
  return findOwn({ scope, number, load: (wanted) => payee.load(wanted), ownerOf: (found) => found.customerNumber }, context);
}
