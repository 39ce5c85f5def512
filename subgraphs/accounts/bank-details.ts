import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What somebody else needs to send money to an account.' })
export class BankDetails {
  @Field(() => String, { description: 'IBAN (ISO 13616) without spaces: "UA" and 27 digits.' })
  iban!: string;

  @Field(() => String, { description: "The bank's name." })
  bankName!: string;

  @Field(() => String, { description: "The bank's code in Ukraine (MFO), 6 digits." })
  bankCode!: string;

  @Field(() => String, { nullable: true, description: "The bank's BIC (ISO 9362), for payments from abroad; null where there is none." })
  bic!: string | null;

  @Field(() => String, { description: "The account holder's name as it must be written." })
  recipientName!: string;

  @Field(() => String, { nullable: true, description: "The account holder's tax number, 10 digits; null where the bank holds none." })
  recipientTaxNumber!: string | null;
}
