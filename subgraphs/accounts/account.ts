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
  description: 'The type of an account. New values may be added.',
  valuesConfig: {
    CURRENT: { description: 'An account for everyday payments.' },
    CARD: { description: 'An account that cards draw on.' },
    SAVINGS: { description: 'A savings account with instant access.' },
    DEPOSIT: { description: 'A fixed-term deposit.' },
    BUSINESS: { description: 'A business account of a sole proprietor.' },
    OTHER: { description: 'A type that the API does not name yet.' },
  },
});

@RequiresScope(accountsRead)
@ObjectType('Account', { description: entities.account.description })
@Directive('@key(fields: "id")')
export class Account {
  @Field(() => ID, { description: entities.account.id })
  id!: string;

  @Field(() => AccountKind, { description: 'The type of the account.' })
  kind!: AccountKind;

  @Field(() => String, { description: 'The name of the product, for display: "Картковий рахунок".' })
  name!: string;

  @Field(() => Currency, { description: 'The currency of every amount on the account.' })
  currency!: Currency;

  @Field(() => GraphQLCivilDate, { description: 'The date the account was opened: "2021-03-15".' })
  openedOn!: string;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The date the account was closed. Null while it is open.' })
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
