import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { malformedAnswer } from '#platform/errors.ts';
import { GraphQLDecimal } from './scalars.ts';

export const Currency = { UAH: 'UAH', USD: 'USD', EUR: 'EUR', GBP: 'GBP', PLN: 'PLN', CHF: 'CHF', CZK: 'CZK' } as const;
export type Currency = (typeof Currency)[keyof typeof Currency];

registerEnumType(Currency, {
  name: 'Currency',
  description: 'A currency, by ISO 4217 code. New values may be added.',
  valuesConfig: {
    UAH: { description: 'Ukrainian hryvnia.' },
    USD: { description: 'United States dollar.' },
    EUR: { description: 'Euro.' },
    GBP: { description: 'Pound sterling.' },
    PLN: { description: 'Polish zloty.' },
    CHF: { description: 'Swiss franc.' },
    CZK: { description: 'Czech koruna.' },
  },
});

@ObjectType('Money', { description: 'An exact amount of money.' })
@Directive('@shareable')
export class Money {
  @Field(() => GraphQLDecimal, { description: 'The amount in major units of the currency: "1500.00". Negative for outgoing money.' })
  amount!: string;

  @Field(() => Currency, { description: 'The currency of the amount.' })
  currency!: Currency;
}

/** Puts an amount of a legacy system into the graph's words. */
export function toMoney(from: { readonly amount: string; readonly currency: string }): Money {
  return { amount: from.amount, currency: toCurrency(from.currency) };
}

export function toCurrency(code: string): Currency {
  if (isCurrency(code)) return code;
  throw malformedAnswer(`currency ${code} is not in the graph`);
}

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(Currency, code);
}
