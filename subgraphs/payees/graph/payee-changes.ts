import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payee } from './payee.ts';
import { PayeeDestinationInput } from './payee-destination.ts';
import { PayeeExists, PayeeFieldInvalid, PayeeLimitReached, PayeeNotFound } from './payee-refusals.ts';

const idempotencyKey =
  'A unique key that you generate for this request and reuse when retrying it. 1 to 64 printable ASCII characters: "b7c1…".';
const payeeId = 'The payee\'s ID, as in `Payee.id`: "payee_4fT…".';
const name = 'The name to save the payee under: "Ірина, оренда". 1 to 70 characters.';

@InputType({ description: 'Input for `createPayee`.' })
export class CreatePayeeInput {
  @Field(() => String, { description: name })
  name!: string;

  @Field(() => PayeeDestinationInput, { description: 'Where money to the payee goes.' })
  destination!: PayeeDestinationInput;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@InputType({ description: 'Input for `renamePayee`.' })
export class RenamePayeeInput {
  @Field(() => ID, { description: payeeId })
  payeeId!: string;

  @Field(() => String, { description: name })
  name!: string;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@InputType({ description: 'Input for `removePayee`.' })
export class RemovePayeeInput {
  @Field(() => ID, { description: payeeId })
  payeeId!: string;

  @Field(() => ID, { description: idempotencyKey })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The payee is saved.' })
export class CreatePayeeSuccess {
  @Field(() => Payee, {
    nullable: true,
    description: 'The payee. Null if it has been removed since, or, with an error, if the token may not read payees.',
  })
  payee!: Payee | null;
}

@ObjectType({ description: 'The payee has the new name.' })
export class RenamePayeeSuccess {
  @Field(() => Payee, {
    nullable: true,
    description: 'The payee. Null if it has been removed since, or, with an error, if the token may not read payees.',
  })
  payee!: Payee | null;
}

@ObjectType({ description: 'The payee is removed, with its name and destination.' })
export class RemovePayeeSuccess {
  @Field(() => ID, { description: 'The ID the payee had.' })
  payeeId!: string;
}

const resolveType = (answer: object) => answer.constructor.name;

export const CreatePayeeResult = createUnionType({
  name: 'CreatePayeeResult',
  description: 'The result of `createPayee`.',
  types: () => [CreatePayeeSuccess, PayeeFieldInvalid, PayeeExists, PayeeLimitReached] as const,
  resolveType,
});

export const RenamePayeeResult = createUnionType({
  name: 'RenamePayeeResult',
  description: 'The result of `renamePayee`.',
  types: () => [RenamePayeeSuccess, PayeeFieldInvalid, PayeeNotFound] as const,
  resolveType,
});

export const RemovePayeeResult = createUnionType({
  name: 'RemovePayeeResult',
  description: 'The result of `removePayee`.',
  types: () => [RemovePayeeSuccess, PayeeNotFound] as const,
  resolveType,
});
