import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { CustomerRecord } from '#legacy-adapters/core-banking/index.ts';
import { BankError } from '#platform/errors.ts';
import { maskPhone } from '#platform/telemetry/redact.ts';
import { type Language, requireCustomer } from '../kit/context.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { Customer, CustomerLanguage } from './customer.ts';
import type { CustomersContext } from './customers-context.ts';
import { toVerification, Verification } from './verification.ts';

const languageNames: Readonly<Record<Language, CustomerLanguage>> = { uk: 'UKRAINIAN', en: 'ENGLISH', ru: 'RUSSIAN' };

/** One's own record at the bank. */
const customerRead = 'customer:read';

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => Customer, {
    nullable: true,
    description:
      'The authenticated customer. Null, with the error UNAUTHENTICATED without a token or FORBIDDEN if the user is not a customer.',
  })
  me(@Ctx() context: CustomersContext): Customer {
    // Known from the token alone, so that the rest of the graph is there while the core is unavailable.
    return { id: context.ids.customer.encode(requireCustomer(context)) };
  }

  @RequiresScope(customerRead)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The customer\'s first and last name: "Олена Коваленко". Null, with an error, if core banking is unavailable.',
  })
  async displayName(@Ctx() context: CustomersContext): Promise<string> {
    const { firstName, lastName } = await profile(context);
    return `${firstName} ${lastName}`;
  }

  @RequiresScope(customerRead)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The customer\'s masked phone number: "+380 ••••••• 67". Null if the bank has none on file.',
  })
  async maskedPhone(@Ctx() context: CustomersContext): Promise<string | null> {
    const { phone } = await profile(context);
    return phone === undefined ? null : maskPhone(phone);
  }

  @RequiresScope(customerRead)
  @FieldResolver(() => CustomerLanguage, {
    nullable: true,
    description: "The customer's preferred language. Null, with an error, if core banking is unavailable.",
  })
  async language(@Ctx() context: CustomersContext): Promise<CustomerLanguage> {
    const { language } = await profile(context);
    return languageNames[language];
  }

  @RequiresScope(customerRead)
  @FieldResolver(() => Verification, {
    nullable: true,
    description: "The customer's identity verification. Null, with an error, if the verification system is unavailable.",
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
