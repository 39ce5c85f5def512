import { Directive, Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { CardRecord } from '#legacy-adapters/card-processing/index.ts';
import { entities } from '../../kit/entity.ts';
import type { GraphIds } from '../../kit/graph-ids.ts';
import { Money, toMoney } from '../../kit/money.ts';
import { RequiresScope } from '../../kit/requires-scope.ts';
import { GraphQLCivilDate } from '../../kit/scalars.ts';
import { cardsRead } from './card-scopes.ts';

export const CardNetwork = { VISA: 'VISA', MASTERCARD: 'MASTERCARD', PROSTIR: 'PROSTIR' } as const;
export type CardNetwork = (typeof CardNetwork)[keyof typeof CardNetwork];

registerEnumType(CardNetwork, {
  name: 'CardNetwork',
  description: 'A card network. New values may be added.',
  valuesConfig: {
    VISA: { description: 'Visa.' },
    MASTERCARD: { description: 'Mastercard.' },
    PROSTIR: { description: "Prostir, Ukraine's national card network." },
  },
});

@InterfaceType({
  description: 'A payment card held by the caller. The full card number is never exposed.',
  autoRegisterImplementations: false,
  resolveType: (card: Card) => card.constructor.name,
})
@Directive('@key(fields: "id")')
export abstract class Card {
  @Field(() => ID, { description: 'The card\'s ID. Opaque and stable: "card_4fT…".' })
  id!: string;

  @Field(() => String, { description: 'The masked card number: "4149 49•• •••• 1234".' })
  maskedNumber!: string;

  @Field(() => String, { description: 'The last four digits of the card number: "1234".' })
  lastFour!: string;

  @Field(() => String, { description: 'The card number as it is shown where space is short: "•• 1234".' })
  displayNumber!: string;

  @Field(() => CardNetwork, { description: 'The card network.' })
  network!: CardNetwork;

  @Field(() => GraphQLCivilDate, { description: 'The last day the card is valid: "2027-09-30".' })
  expiresOn!: string;

  @Field(() => String, { nullable: true, description: 'The name embossed on the card, in Latin letters. Null if there is none.' })
  embossedName!: string | null;

  @Field(() => AccountOfCard, {
    nullable: true,
    description: 'The account the card draws on. Null if the caller does not own it, as with an additional card.',
  })
  account!: AccountOfCard | null;

  /** Processing's token; not a field of the graph. */
  cardToken!: string;
}

@RequiresScope(cardsRead)
@ObjectType({ implements: Card, description: 'A card that spends the balance of its account.' })
@Directive('@key(fields: "id")')
export class DebitCard extends Card {
  @Field(() => Boolean, { description: 'Whether the card supports contactless payments.' })
  contactless!: boolean;
}

@RequiresScope(cardsRead)
@ObjectType({ implements: Card, description: 'A card with a credit limit.' })
@Directive('@key(fields: "id")')
export class CreditCard extends Card {
  @Field(() => Money, { description: 'The total credit limit.' })
  creditLimit!: Money;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The due date of the next payment. Null if nothing is owed.' })
  paymentDueOn!: string | null;
}

@RequiresScope(cardsRead)
@ObjectType({ implements: Card, description: 'A card without plastic, for online payments.' })
@Directive('@key(fields: "id")')
export class VirtualCard extends Card {
  @Field(() => Boolean, { description: 'Whether the card closes after its first payment.' })
  singleUse!: boolean;
}

@ObjectType('Customer', { description: entities.customer.description })
@Directive('@key(fields: "id")')
export class CustomerOfCards {
  @Field(() => ID, { description: entities.customer.id })
  id!: string;
}

@ObjectType('Account', { description: entities.account.description })
@Directive('@key(fields: "id")')
export class AccountOfCard {
  @Field(() => ID, { description: entities.account.id })
  id!: string;
}

export function toCard(record: CardRecord, ids: GraphIds): DebitCard | CreditCard | VirtualCard {
  const base = {
    id: ids.card.encode(record.cardToken),
    maskedNumber: record.maskedNumber,
    lastFour: record.lastFour,
    displayNumber: `•• ${record.lastFour}`,
    network: record.network,
    expiresOn: lastDayOf(record.expiresOn),
    embossedName: record.embossedName ?? null,
    account: record.accountOwnerNumber === record.holderNumber ? { id: ids.account.encode(record.accountNumber) } : null,
    cardToken: record.cardToken,
  };
  switch (record.kind) {
    case 'DEBIT':
      return Object.assign(new DebitCard(), base, { contactless: record.contactless });
    case 'CREDIT':
      return Object.assign(new CreditCard(), base, { creditLimit: toMoney(record.creditLimit), paymentDueOn: record.paymentDueOn ?? null });
    case 'VIRTUAL':
      return Object.assign(new VirtualCard(), base, { singleUse: record.singleUse });
  }
}

/** A card works to the end of the month that is printed on it. */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
