import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { BillerRecord, DebtAnswer } from '#legacy-adapters/biller-hub/index.ts';
import { type Language, requireCustomerWith } from '../kit/context.ts';
import { RequiresScope } from '../kit/requires-scope.ts';
import { toBiller } from './biller.ts';
import { findBiller } from './biller-resolver.ts';
import { type BillersContext, billersRead } from './billers-context.ts';
import { DebtInput, DebtResult, toDebt } from './debt.ts';
import { checkFieldInputs, toEnquiry } from './debt-request.ts';
import { billerNotFound, fieldFault, fieldsRefused, payerNotFound, rateLimited } from './refusal-of.ts';

@Resolver()
export class DebtResolver {
  @RequiresScope(billersRead)
  @Query(() => DebtResult, {
    nullable: true,
    description:
      'Looks up what is owed to a biller. Fields are validated against the form first. Null, with an error, if the biller hub is unavailable.',
  })
  async debt(
    @Arg('input', () => DebtInput, { description: 'The biller and the completed form.' }) input: DebtInput,
    @Ctx() context: BillersContext,
  ): Promise<typeof DebtResult> {
    const { language, loaders } = context;
    const customerNumber = requireCustomerWith(billersRead, context);
    checkFieldInputs(input.fields);
    const biller = await findBiller(input.billerId, context);
    if (biller === undefined) return billerNotFound(language);
    const enquiry = toEnquiry(biller, input.fields, language);
    if ('faults' in enquiry) return fieldsRefused(enquiry.faults, language);
    const { billerNumber } = biller;
    const retryAfterSeconds = await context.debtLimit.count({ customerNumber, billerNumber, traceId: context.trace.traceId });
    if (retryAfterSeconds !== undefined) return rateLimited(retryAfterSeconds, language);
    const answer = await loaders.debt.load(enquiry);
    if (answer.outcome === 'FOUND') await context.recordDebtRead(enquiry, context);
    return answer.outcome === 'FOUND' ? toDebt(answer.debt, toBiller(biller, context)) : refusalOf(answer, biller, language);
  }
}

function refusalOf({ reason, field }: DebtAnswer & { outcome: 'REFUSED' }, biller: BillerRecord, language: Language) {
  switch (reason) {
    case 'BILLER_NOT_FOUND':
      return billerNotFound(language);
    case 'PAYER_NOT_FOUND':
      return payerNotFound(language);
    case 'FIELD_REFUSED': {
      // Where the hub does not say which field, it is the one that names the payer.
      const wrong = biller.fields.find(({ code }) => code === field) ?? biller.fields[0];
      return fieldsRefused(wrong === undefined ? [] : [fieldFault(wrong, 'REFUSED_BY_BILLER', language)], language);
    }
  }
}
