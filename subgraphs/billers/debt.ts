import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { DebtRecord } from '#legacy-adapters/biller-hub/index.ts';
import { Money, toMoney } from '../kit/money.ts';
import { Refusal } from '../kit/refusal.ts';
import { Biller } from './biller.ts';

@InputType({ description: 'What was filled into one field of a form.' })
export class BillerFieldInput {
  @Field(() => ID, { description: 'As in `BillerField.id`: "account".' })
  fieldId!: string;

  @Field(() => String, { description: 'As the customer typed it, without blanks around it: "1002003001". At most 200 characters.' })
  value!: string;
}

@InputType({ description: 'Whose debt to ask for.' })
export class DebtInput {
  @Field(() => ID, { description: 'As in `Biller.id`.' })
  billerId!: string;

  @Field(() => [BillerFieldInput], { description: 'The filled form, each field once. At most 20.' })
  fields!: BillerFieldInput[];
}

export const PayableKind = { FIXED: 'FIXED', RANGE: 'RANGE' } as const;
export type PayableKind = (typeof PayableKind)[keyof typeof PayableKind];

registerEnumType(PayableKind, {
  name: 'PayableKind',
  description: 'How much a biller takes at once. More may come: let the biller judge an unknown one.',
  valuesConfig: {
    FIXED: { description: 'Exactly one amount: `minimum`, which is `maximum`.' },
    RANGE: { description: 'Anything from `minimum` to `maximum`.' },
  },
});

@ObjectType({ description: 'What may be paid to a biller at once.' })
export class PayableRange {
  @Field(() => PayableKind, { description: 'Whether there is a choice.' })
  kind!: PayableKind;

  @Field(() => Money, { description: 'The least: 1.00 UAH.' })
  minimum!: Money;

  @Field(() => Money, { description: 'The most: 50000.00 UAH.' })
  maximum!: Money;
}

@ObjectType({ description: 'What is owed to a biller, as the biller says it at this moment.' })
export class Debt {
  @Field(() => Biller, { description: 'To whom.' })
  biller!: Biller;

  @Field(() => Money, {
    nullable: true,
    description:
      'How much; negative for money paid ahead: -120.50 UAH. Null where the biller does not say, as for a phone that is topped up.',
  })
  amount!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: 'The month that it is for, `YYYY-MM`: "2026-06". Null where the biller does not say.',
  })
  period!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The account holder with most letters hidden, for the customer to compare: "К•••••••• О. І.". Null where the biller does not say.',
  })
  maskedHolder!: string | null;

  @Field(() => PayableRange, { description: 'What may be paid now.' })
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
  description: 'What is wrong with a field. More may come: show the message.',
  valuesConfig: {
    MISSING: { description: 'It is required and was not filled in.' },
    TOO_SHORT: { description: 'Fewer than `lengthMin` characters.' },
    TOO_LONG: { description: 'More than `lengthMax` characters.' },
    NOT_MATCHING: { description: 'It does not match `pattern`.' },
    REFUSED_BY_BILLER: { description: 'It looks right, but the biller does not take it: a phone of another operator.' },
  },
});

@ObjectType({ description: 'One field that is not right.' })
export class BillerFieldFault {
  @Field(() => ID, { description: 'As in `BillerField.id`: "account".' })
  fieldId!: string;

  @Field(() => BillerFieldProblem, { description: 'What is wrong with it.' })
  problem!: BillerFieldProblem;

  @Field(() => String, { description: "A sentence for the user, in the caller's language." })
  message!: string;
}

@ObjectType({ implements: Refusal, description: 'There is no such biller.' })
export class BillerNotFound extends Refusal {}

@ObjectType({
  implements: Refusal,
  description: 'What was filled in is not right. Nobody was asked yet, unless the biller itself refused.',
})
export class BillerFieldsRefused extends Refusal {
  @Field(() => [BillerFieldFault], { description: 'Each field that is not right, in the form’s order. At most 20.' })
  faults!: BillerFieldFault[];
}

@ObjectType({ implements: Refusal, description: 'The biller knows nobody by what was filled in.' })
export class PayerNotFound extends Refusal {}

export const DebtResult = createUnionType({
  name: 'DebtResult',
  description: 'What came of asking for a debt.',
  types: () => [Debt, BillerNotFound, BillerFieldsRefused, PayerNotFound] as const,
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
