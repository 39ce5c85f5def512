import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { BankError } from '#platform/errors.ts';
import { requireCustomerWith } from '../../kit/context.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import type { Caller } from '../change-payees.ts';
import { type GivenDestination, readDestination, readName } from '../domain/payee-fields.ts';
import { type Payee, toPayee } from './payee.ts';
import {
  CreatePayeeInput,
  CreatePayeeResult,
  CreatePayeeSuccess,
  RemovePayeeInput,
  RemovePayeeResult,
  RemovePayeeSuccess,
  RenamePayeeInput,
  RenamePayeeResult,
  RenamePayeeSuccess,
} from './payee-changes.ts';
import type { PayeeDestinationInput } from './payee-destination.ts';
import { payeesWrite } from './payee-scopes.ts';
import type { PayeesContext } from './payees-context.ts';
import { fieldInvalid, payeeExists, payeeLimitReached, payeeNotFound } from './refusal-of.ts';

@Resolver()
export class PayeeChangeResolver {
  @RequiresScope(payeesWrite)
  @Mutation(() => CreatePayeeResult, { nullable: true, description: 'Saves a payee. Null, with an error, if it failed.' })
  async createPayee(
    @Arg('input', () => CreatePayeeInput, { description: 'The payee, and a key for this request.' }) input: CreatePayeeInput,
    @Ctx() context: PayeesContext,
  ): Promise<typeof CreatePayeeResult> {
    const caller = callerOf(input, context);
    const name = readName(input.name);
    const destination = readDestination(onlyOne(input.destination));
    if (typeof name !== 'string') return fieldInvalid(name, context.language);
    if ('reason' in destination) return fieldInvalid(destination, context.language);
    const answer = await context.payees.create(caller, { name, destination });
    switch (answer.kind) {
      case 'exists':
        return payeeExists(await shown(answer.number, context), context.language);
      case 'limit':
        return payeeLimitReached(context.language);
      case 'done':
        return Object.assign(new CreatePayeeSuccess(), { payee: await shown(answer.number, context) });
      case 'not-found':
        throw new Error('what is made cannot be missing');
    }
  }

  @RequiresScope(payeesWrite)
  @Mutation(() => RenamePayeeResult, {
    nullable: true,
    description: 'Gives one of your own payees another name. Null, with an error, if it failed.',
  })
  async renamePayee(
    @Arg('input', () => RenamePayeeInput, { description: 'The payee, its new name, and a key for this request.' }) input: RenamePayeeInput,
    @Ctx() context: PayeesContext,
  ): Promise<typeof RenamePayeeResult> {
    const caller = callerOf(input, context);
    const name = readName(input.name);
    if (typeof name !== 'string') return fieldInvalid(name, context.language);
    const number = context.ids.payee.decode(input.payeeId);
    const answer = number === undefined ? undefined : await context.payees.rename(caller, { number, name });
    if (answer?.kind !== 'done') return payeeNotFound(context.language);
    return Object.assign(new RenamePayeeSuccess(), { payee: await shown(answer.number, context) });
  }

  @RequiresScope(payeesWrite)
  @Mutation(() => RemovePayeeResult, {
    nullable: true,
    description: 'Removes one of your own payees, with its name and destination. Null, with an error, if it failed.',
  })
  async removePayee(
    @Arg('input', () => RemovePayeeInput, { description: 'The payee, and a key for this request.' }) input: RemovePayeeInput,
    @Ctx() context: PayeesContext,
  ): Promise<typeof RemovePayeeResult> {
    const caller = callerOf(input, context);
    const number = context.ids.payee.decode(input.payeeId);
    const answer = number === undefined ? undefined : await context.payees.remove(caller, { number });
    if (answer?.kind !== 'done') return payeeNotFound(context.language);
    return Object.assign(new RemovePayeeSuccess(), { payeeId: context.ids.payee.encode(answer.number) });
  }
}

const keyPattern = /^[\x21-\x7E]{1,64}$/;

function callerOf({ idempotencyKey: key }: { readonly idempotencyKey: string }, context: PayeesContext): Caller {
  const customerNumber = requireCustomerWith(payeesWrite, context);
  if (!keyPattern.test(key)) throw new BankError('BAD_USER_INPUT', 'idempotencyKey must have 1 to 64 printable ASCII characters.');
  return { customerNumber, key, traceId: context.trace.traceId };
}

function onlyOne({ phone, iban, card }: PayeeDestinationInput): GivenDestination {
  const given: GivenDestination[] = [];
  if (phone !== undefined && phone !== null) given.push({ phone });
  if (iban !== undefined && iban !== null) given.push({ iban });
  if (card !== undefined && card !== null) given.push({ card });
  const [first] = given;
  if (first !== undefined && given.length === 1) return first;
  throw new BankError('BAD_USER_INPUT', 'destination must have exactly one of phone, iban and card.');
}

/** Whose it is was settled where it was changed. */
async function shown(number: string, context: PayeesContext): Promise<Payee | null> {
  const [found] = await context.payees.find([number]);
  return found === undefined ? null : toPayee(found, context.ids);
}
