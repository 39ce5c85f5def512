import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../../kit/connection.ts';
import { entities } from '../../kit/entity.ts';
import type { GraphIds } from '../../kit/graph-ids.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { GraphQLInstant } from '../../kit/scalars.ts';
import { initialsOf, type Payee as PayeeRecord } from '../domain/payee.ts';
import { type PayeeBankAccount, type PayeeCard, PayeeDestination, type PayeePhone, toPayeeDestination } from './payee-destination.ts';
import { payeesRead } from './payee-scopes.ts';

@RequiresScope(payeesRead)
@ObjectType({ description: 'Somebody the customer pays, saved under a name.' })
@Directive('@key(fields: "id")')
export class Payee {
  @Field(() => ID, { description: 'The payee\'s ID. Opaque and stable: "payee_4fT…".' })
  id!: string;

  @Field(() => String, { description: 'The name the customer gave the payee: "Ірина, оренда". 1 to 70 characters.' })
  name!: string;

  @Field(() => String, { description: 'Up to two letters to show in place of a picture, derived from the name: "ІО".' })
  initials!: string;

  @Field(() => PayeeDestination, { description: 'Where money to this payee goes. Cannot be changed; save a new payee instead.' })
  destination!: PayeePhone | PayeeBankAccount | PayeeCard;

  @Field(() => GraphQLInstant, { description: 'When the payee was saved.' })
  createdAt!: string;
}

@ObjectType({ description: 'An edge of a `PayeeConnection`.' })
export class PayeeEdge extends edgeOf(() => Payee) {}

@ObjectType({ description: 'A page of saved payees.' })
export class PayeeConnection extends connectionOf(() => PayeeEdge) {}

@ObjectType('Customer', { description: entities.customer.description })
@Directive('@key(fields: "id")')
export class CustomerOfPayees {
  @Field(() => ID, { description: entities.customer.id })
  id!: string;
}

export function toPayee({ number, name, destination, createdAt }: PayeeRecord, ids: GraphIds): Payee {
  return Object.assign(new Payee(), {
    id: ids.payee.encode(number),
    name,
    initials: initialsOf(name),
    destination: toPayeeDestination(destination),
    createdAt: createdAt.toISOString(),
  });
}
