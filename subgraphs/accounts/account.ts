import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { AccountRecord } from '#legacy-adapters/core-banking/index.ts';
import { entities } from '../kit/entity.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import { Currency, toCurrency } from '../kit/money.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { GraphQLCivilDate } from '../kit/scalars.ts';
import { accountsRead } from './accounts-read.ts';

export const AccountKind = {
  CURRENT: 'CURRENT',
  CARD: 'CARD',
  SAVINGS: 'SAVINGS',
  DEPOSIT: 'DEPOSIT',
  BUSINESS: 'BUSINESS',
  OTHER: 'OTHER',
} as const;
export type AccountKind = (typeof AccountKind)[keyof typeof AccountKind];

registerEnumType(AccountKind, {
  name: 'AccountKind',
  description: 'What an account is for. More may come.',
  valuesConfig: {
    CURRENT: { description: 'Everyday payments.' },
    CARD: { description: 'The account behind cards.' },
    SAVINGS: { description: 'Savings that can be drawn on at any time.' },
    DEPOSIT: { description: 'A deposit for a term.' },
    BUSINESS: { description: 'The business of a sole proprietor.' },
    OTHER: { description: 'A kind that has no name in the graph yet.' },
  },
});

@RequiresScope(accountsRead)
@ObjectType({ description: entities.account.description })
@Directive('@key(fields: "id")')
export class Account {
  @Field(() => ID, { description: entities.account.id })
  id!: string;

  @Field(() => AccountKind, { description: 'What it is for.' })
  kind!: AccountKind;

  @Field(() => String, { description: "The product's name as the bank calls it, for people." })
  name!: string;

  @Field(() => Currency, { description: 'The one currency of all its amounts.' })
  currency!: Currency;

  @Field(() => GraphQLCivilDate, { description: 'The day on which it was opened.' })
  openedOn!: string;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The day on which it was closed; null while it is open.' })
  closedOn!: string | null;

  /** The core's number; not a field of the graph. */
  accountNumber!: string;
}

@ObjectType('Customer', { description: entities.customer.description })
@Directive('@key(fields: "id")')
export class CustomerOfAccounts {
  @Field(() => ID, { description: entities.customer.id })
  id!: string;
}

export function toAccount(record: AccountRecord, ids: GraphIds): Account {
  return {
    id: ids.account.encode(record.accountNumber),
    kind: record.kind,
    name: record.name,
    currency: toCurrency(record.currency),
    openedOn: record.openedOn,
    closedOn: record.closedOn ?? null,
    accountNumber: record.accountNumber,
  };
}
