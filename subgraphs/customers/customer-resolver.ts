import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { CustomerRecord } from '#legacy-adapters/core-banking/index.ts';
import { BankError } from '#platform/errors.ts';
import { maskPhone } from '#platform/telemetry/redact.ts';
import { requireCustomer } from '../kit/context.ts';
import { Customer, CustomerLanguage } from './customer.ts';
import type { CustomersContext } from './customers-context.ts';
import { toVerification, Verification } from './verification.ts';

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => Customer, {
    nullable: true,
    description: 'The customer who asks. Null with an error UNAUTHENTICATED without a token, and FORBIDDEN for a user who is no customer.',
  })
  me(@Ctx() context: CustomersContext): Customer {
    // Known from the token alone, so that the rest of the graph is there while the core is unavailable.
    return { id: context.ids.customer.encode(requireCustomer(context)) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How to address the customer, first and last name: "Олена Коваленко". Null, with an error, while the core is unavailable.',
  })
  async displayName(@Ctx() context: CustomersContext): Promise<string> {
    const { firstName, lastName } = await profile(context);
    return `${firstName} ${lastName}`;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The phone number with its middle digits hidden: "+380 ••••••• 67". Null where the bank knows none.',
  })
  async maskedPhone(@Ctx() context: CustomersContext): Promise<string | null> {
    const { phone } = await profile(context);
    return phone === undefined ? null : maskPhone(phone);
  }

  @FieldResolver(() => CustomerLanguage, {
    nullable: true,
    description: 'The language that the customer chose at the bank. Null, with an error, while the core is unavailable.',
  })
  async language(@Ctx() context: CustomersContext): Promise<CustomerLanguage> {
    const { language } = await profile(context);
    return CustomerLanguage[language.toUpperCase() as CustomerLanguage];
  }

  @FieldResolver(() => Verification, {
    nullable: true,
    description: 'How far the bank has verified who the customer is. Null, with an error, while the system of verification is unavailable.',
  })
  async verification(@Ctx() context: CustomersContext): Promise<Verification> {
    return toVerification(await context.loaders.verification.load(requireCustomer(context)));
  }
}

/** A Customer is never anybody but the caller, so the profile is found by the token and not by the object's id. */
async function profile(context: CustomersContext): Promise<CustomerRecord> {
  const found = await context.loaders.customer.load(requireCustomer(context));
  if (found === undefined) throw new BankError('NOT_FOUND', 'The bank does not know this customer.');
  return found;
}
