import { Directive, Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { CardRecord } from '#legacy-adapters/card-processing/index.ts';
import { entities } from '../kit/entity.ts';
import type { GraphIds } from '../kit/graph-ids.ts';
import { Money, toMoney } from '../kit/money.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { GraphQLCivilDate } from '../kit/scalars.ts';
import { cardsRead } from './card-scopes.ts';

export const CardNetwork = { VISA: 'VISA', MASTERCARD: 'MASTERCARD', PROSTIR: 'PROSTIR' } as const;
export type CardNetwork = (typeof CardNetwork)[keyof typeof CardNetwork];

registerEnumType(CardNetwork, {
  name: 'CardNetwork',
  description: 'The payment network of a card. More may come.',
  valuesConfig: {
    VISA: { description: 'Visa.' },
    MASTERCARD: { description: 'Mastercard.' },
    PROSTIR: { description: 'Prostir, the national network of Ukraine.' },
  },
});

@InterfaceType({
  description: 'A card that the caller holds. Its whole number never leaves card processing.',
  autoRegisterImplementations: false,
  resolveType: (card: Card) => card.constructor.name,
})
@Directive('@key(fields: "id")')
export abstract class Card {
  @Field(() => ID, { description: 'Opaque and stable: "card_4fT…".' })
  id!: string;

  @Field(() => String, { description: 'The number with its middle digits hidden: "4149 49•• •••• 1234".' })
  maskedNumber!: string;

  @Field(() => CardNetwork, { description: 'Which network it belongs to.' })
  network!: CardNetwork;

  @Field(() => GraphQLCivilDate, { description: 'The last day on which it works.' })
  expiresOn!: string;

  @Field(() => String, { nullable: true, description: 'The name on the card in Latin letters; null for a card without one.' })
  embossedName!: string | null;

  @Field(() => AccountOfCard, {
    nullable: true,
    description: 'The account that it draws on; null where that account is not the caller’s own, as for an additional card.',
  })
  account!: AccountOfCard | null;

  /** Processing's token; not a field of the graph. */
  cardToken!: string;
}

@RequiresScope(cardsRead)
@ObjectType({ implements: Card, description: 'A card that spends what is on its account.' })
@Directive('@key(fields: "id")')
export class DebitCard extends Card {
  @Field(() => Boolean, { description: 'Whether it pays without contact.' })
  contactless!: boolean;
}

@RequiresScope(cardsRead)
@ObjectType({ implements: Card, description: 'A card that spends up to a credit limit.' })
@Directive('@key(fields: "id")')
export class CreditCard extends Card {
  @Field(() => Money, { description: 'How much credit there is in all.' })
  creditLimit!: Money;

  @Field(() => GraphQLCivilDate, { nullable: true, description: 'The day by which the next payment is due; null when nothing is owed.' })
  paymentDueOn!: string | null;
}

@RequiresScope(cardsRead)
@ObjectType({ implements: Card, description: 'A card without plastic, for paying on line.' })
@Directive('@key(fields: "id")')
export class VirtualCard extends Card {
  @Field(() => Boolean, { description: 'Whether it closes after its first payment.' })
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
