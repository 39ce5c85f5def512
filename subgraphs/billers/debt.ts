import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DebtRecord } from '#legacy-adapters/biller-hub/index.ts';
import { Money, toMoney } from '../kit/money.ts';
import { GraphQLYearMonth } from '../kit/scalars.ts';
import { Biller } from './biller.ts';
import { Refusal } from './refusal.ts';

@InputType({ description: 'The value of one form field.' })
export class BillerFieldInput {
  @Field(() => ID, { description: 'The field\'s ID, as in `BillerField.id`: "account".' })
  fieldId!: string;

  @Field(() => String, { description: 'The value the customer entered, without surrounding spaces: "1002003001". At most 200 characters.' })
  value!: string;
}

@InputType({ description: 'Input for `debt`.' })
export class DebtInput {
  @Field(() => ID, { description: 'The biller\'s ID, as in `Biller.id`: "bill_4fT…".' })
  billerId!: string;

  @Field(() => [BillerFieldInput], { description: 'The completed form, each field at most once. At most 20 fields.' })
  fields!: BillerFieldInput[];
}

export const PayableKind = { FIXED: 'FIXED', RANGE: 'RANGE' } as const;
export type PayableKind = (typeof PayableKind)[keyof typeof PayableKind];

registerEnumType(PayableKind, {
  name: 'PayableKind',
  description: 'Whether the amount to pay is fixed. New values may be added; for an unknown one, let the biller decide.',
  valuesConfig: {
    FIXED: { description: 'Exactly one amount: `minimum` equals `maximum`.' },
    RANGE: { description: 'Any amount from `minimum` to `maximum`, inclusive.' },
  },
});

@ObjectType({ description: 'The amount that a biller accepts in one payment.' })
export class PayableRange {
  @Field(() => PayableKind, { description: 'Whether the amount is fixed or a range.' })
  kind!: PayableKind;

  @Field(() => Money, { description: 'The minimum amount: 1.00 UAH.' })
  minimum!: Money;

  @Field(() => Money, { description: 'The maximum amount: 50000.00 UAH.' })
  maximum!: Money;
}

@ObjectType({ description: 'The current amount owed to a biller.' })
export class Debt {
  @Field(() => Biller, { description: 'The biller that is owed.' })
  biller!: Biller;

  @Field(() => Money, {
    nullable: true,
    description:
      'The amount owed. Negative for a credit balance: -120.50 UAH. Null if the biller does not report one, as for a phone top-up.',
  })
  amount!: Money | null;

  @Field(() => GraphQLYearMonth, {
    nullable: true,
    description: 'The billing month: "2026-06". Null if the biller does not report one.',
  })
  period!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The account holder\'s masked name, for the customer to check: "К•••••••• О. І.". Null if the biller does not report one.',
  })
  maskedHolder!: string | null;

  @Field(() => PayableRange, { description: 'The amount that can be paid now.' })
  payable!: PayableRange;
}

export const BillerFieldProblem = {
  MISSING: 'MISSING',
  TOO_SHORT: 'TOO_SHORT',
  TOO_LONG: 'TOO_LONG',
  NOT_MATCHING: 'NOT_MATCHING',
  REFUSED_BY_BILLER: 'REFUSED_BY_BILLER',
} as const;
export type BillerFieldProblem = (typeof BillerFieldProblem)[keyof typeof BillerFieldProblem];

registerEnumType(BillerFieldProblem, {
  name: 'BillerFieldProblem',
  description: 'A validation problem with a field. New values may be added; show `message` for an unknown one.',
  valuesConfig: {
    MISSING: { description: 'The field is required but empty.' },
    TOO_SHORT: { description: 'The value has fewer than `lengthMin` characters.' },
    TOO_LONG: { description: 'The value has more than `lengthMax` characters.' },
    NOT_MATCHING: { description: 'The value does not match `pattern`.' },
    REFUSED_BY_BILLER: { description: "The value is well-formed but the biller rejected it, such as another operator's phone number." },
  },
});

@ObjectType({ description: 'A field that failed validation.' })
export class BillerFieldFault {
  @Field(() => ID, { description: 'The field\'s ID, as in `BillerField.id`: "account".' })
  fieldId!: string;

  @Field(() => BillerFieldProblem, { description: 'The problem with the field.' })
  problem!: BillerFieldProblem;

  @Field(() => String, { description: "A message to show the user, in the caller's language." })
  message!: string;
}

@ObjectType({ implements: Refusal, description: 'No biller has this ID.' })
export class BillerNotFound extends Refusal {}

@ObjectType({
  implements: Refusal,
  description: 'One or more fields are invalid. The debt was not looked up, unless the biller itself rejected a field.',
})
export class BillerFieldsRefused extends Refusal {
  @Field(() => [BillerFieldFault], { description: 'The invalid fields, in form order. At most 20.' })
  faults!: BillerFieldFault[];
}

@ObjectType({ implements: Refusal, description: 'The biller has no payer with these details.' })
export class PayerNotFound extends Refusal {}

@ObjectType({
  implements: Refusal,
  description: 'The caller has looked up too many debts in the last hour, at this biller or at all of them. Nothing was looked up.',
})
export class RateLimited extends Refusal {
  @Field(() => Int, { description: 'The number of seconds to wait before trying again, from 1 to 3600: 840.' })
  retryAfterSeconds!: number;
}

export const DebtResult = createUnionType({
  name: 'DebtResult',
  description: 'The result of `debt`.',
  types: () => [Debt, BillerNotFound, BillerFieldsRefused, PayerNotFound, RateLimited] as const,
  resolveType: (answer: object) => answer.constructor.name,
});

export function toDebt(debt: DebtRecord, biller: Biller): Debt {
  const { kind, minimum, maximum } = debt.payable;
  return Object.assign(new Debt(), {
    biller,
    amount: debt.amount === undefined ? null : toMoney(debt.amount),
    period: debt.period ?? null,
    maskedHolder: debt.maskedHolder ?? null,
    payable: { kind, minimum: toMoney(minimum), maximum: toMoney(maximum) },
  });
}
