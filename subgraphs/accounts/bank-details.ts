import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The details a payer needs to send money to an account.' })
export class BankDetails {
  @Field(() => String, { description: 'The account\'s IBAN (ISO 13616), without spaces: "UA" followed by 27 digits.' })
  iban!: string;

  @Field(() => String, { description: 'The name of the bank.' })
  bankName!: string;

  @Field(() => String, { description: 'The bank\'s sort code in Ukraine (MFO), 6 digits: "300001".' })
  bankCode!: string;

  @Field(() => String, { nullable: true, description: "The bank's BIC (ISO 9362), for payments from abroad. Null if it has none." })
  bic!: string | null;

  @Field(() => String, { description: "The account holder's name, exactly as the payer must write it." })
  recipientName!: string;

  @Field(() => String, { nullable: true, description: "The account holder's tax number, 10 digits. Null if the bank has none on file." })
  recipientTaxNumber!: string | null;
}
