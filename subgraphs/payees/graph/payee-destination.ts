import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import type { Destination } from '../domain/payee.ts';

@ObjectType({ description: 'A payee who is paid by phone number.' })
export class PayeePhone {
  @Field(() => String, { description: 'A Ukrainian phone number by E.164: "+380671234567".' })
  phone!: string;
}

@ObjectType({ description: 'A payee who is paid to a bank account.' })
export class PayeeBankAccount {
  @Field(() => String, { description: 'A Ukrainian IBAN, 29 characters without spaces: "UA213223130000026007233566001".' })
  iban!: string;
}

@ObjectType({ description: 'A payee who is paid to a card. The card number itself is never stored.' })
export class PayeeCard {
  @Field(() => String, { description: 'The last four digits of the card number: "4242".' })
  lastFour!: string;
}

export const PayeeDestination = createUnionType({
  name: 'PayeeDestination',
  description: 'Where money to a payee goes. New types may be added.',
  types: () => [PayeePhone, PayeeBankAccount, PayeeCard] as const,
  resolveType: (destination: object) => destination.constructor.name,
});

@InputType({ description: 'A card, by a token that stands for it.' })
export class PayeeCardInput {
  @Field(() => String, {
    description:
      'A token from your card vault, never a card number: 8 to 64 letters, digits, "_" or "-". A card number is refused and not stored.',
  })
  token!: string;

  @Field(() => String, { description: 'The last four digits of the card number: "4242".' })
  lastFour!: string;
}

@InputType({ description: 'Where money to a payee goes. Set exactly one of the fields.' })
export class PayeeDestinationInput {
  @Field(() => String, { nullable: true, description: 'A Ukrainian phone number: "+380 67 123 45 67" or "067 123 45 67".' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'A Ukrainian IBAN, 29 characters, with or without spaces.' })
  iban?: string | null;

  @Field(() => PayeeCardInput, { nullable: true, description: 'A card, by its token.' })
  card?: PayeeCardInput | null;
}

export function toPayeeDestination(destination: Destination): PayeePhone | PayeeBankAccount | PayeeCard {
  switch (destination.kind) {
    case 'PHONE':
      return Object.assign(new PayeePhone(), { phone: destination.phone });
    case 'IBAN':
      return Object.assign(new PayeeBankAccount(), { iban: destination.iban });
    case 'CARD':
      return Object.assign(new PayeeCard(), { lastFour: destination.lastFour });
  }
}
