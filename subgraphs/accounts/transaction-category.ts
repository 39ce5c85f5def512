import { registerEnumType } from 'type-graphql';
import type { StatementEntry } from '#legacy-adapters/core-banking/index.ts';
import type { TransactionKind } from './transaction-kind.ts';

export const TransactionCategory = {
  GROCERIES: 'GROCERIES',
  RESTAURANTS: 'RESTAURANTS',
  SHOPPING: 'SHOPPING',
  TRANSPORT: 'TRANSPORT',
  TRAVEL: 'TRAVEL',
  UTILITIES: 'UTILITIES',
  COMMUNICATION: 'COMMUNICATION',
  HEALTH: 'HEALTH',
  ENTERTAINMENT: 'ENTERTAINMENT',
  EDUCATION: 'EDUCATION',
  CASH: 'CASH',
  TRANSFERS: 'TRANSFERS',
  FEES: 'FEES',
  INCOME: 'INCOME',
  OTHER: 'OTHER',
} as const;
export type TransactionCategory = (typeof TransactionCategory)[keyof typeof TransactionCategory];

registerEnumType(TransactionCategory, {
  name: 'TransactionCategory',
  description:
    "What the money was for, from the merchant's category code (ISO 18245), or from the kind where there is none. New values may be added; treat an unknown one as `OTHER`.",
  valuesConfig: {
    GROCERIES: { description: 'Supermarkets and food shops.' },
    RESTAURANTS: { description: 'Restaurants, cafés and bars.' },
    SHOPPING: { description: 'Clothes, electronics, household goods and other shops.' },
    TRANSPORT: { description: 'Public transport, taxis, fuel, parking and car repairs.' },
    TRAVEL: { description: 'Airlines, hotels, car hire and travel agencies.' },
    UTILITIES: { description: 'Electricity, gas, water and heating.' },
    COMMUNICATION: { description: 'Phone, internet and television.' },
    HEALTH: { description: 'Doctors, hospitals and pharmacies.' },
    ENTERTAINMENT: { description: 'Cinemas, sport, games and culture.' },
    EDUCATION: { description: 'Schools, courses and universities.' },
    CASH: { description: 'Cash withdrawals.' },
    TRANSFERS: { description: 'Transfers to and from other accounts.' },
    FEES: { description: 'Fees of the bank.' },
    INCOME: { description: 'Salary, interest and cashback.' },
    OTHER: { description: 'Anything else.' },
  },
});

/** Merchant category codes by ISO 18245, each range with both ends. The first that fits counts, so exceptions stand before ranges. */
const ranges: readonly (readonly [from: number, to: number, category: TransactionCategory])[] = [
  [3000, 3999, 'TRAVEL'],
  [4111, 4131, 'TRANSPORT'],
  [4411, 4411, 'TRAVEL'],
  [4511, 4511, 'TRAVEL'],
  [4722, 4723, 'TRAVEL'],
  [4784, 4789, 'TRANSPORT'],
  [4812, 4899, 'COMMUNICATION'],
  [4900, 4900, 'UTILITIES'],
  [5122, 5122, 'HEALTH'],
  [5411, 5499, 'GROCERIES'],
  [5541, 5542, 'TRANSPORT'],
  [5811, 5814, 'RESTAURANTS'],
  [5912, 5912, 'HEALTH'],
  [5013, 5999, 'SHOPPING'],
  [6010, 6011, 'CASH'],
  [6012, 6012, 'TRANSFERS'],
  [6536, 6540, 'TRANSFERS'],
  [7011, 7012, 'TRAVEL'],
  [7512, 7519, 'TRAVEL'],
  [7523, 7549, 'TRANSPORT'],
  [7832, 7841, 'ENTERTAINMENT'],
  [7911, 7999, 'ENTERTAINMENT'],
  [8011, 8099, 'HEALTH'],
  [8211, 8299, 'EDUCATION'],
];

const byKind: Readonly<Record<TransactionKind, TransactionCategory>> = {
  CARD_PAYMENT: 'SHOPPING',
  CASH_WITHDRAWAL: 'CASH',
  TRANSFER: 'TRANSFERS',
  BILL_PAYMENT: 'UTILITIES',
  DEPOSIT: 'TRANSFERS',
  SALARY: 'INCOME',
  INTEREST: 'INCOME',
  CASHBACK: 'INCOME',
  REFUND: 'SHOPPING',
  FEE: 'FEES',
  OTHER: 'OTHER',
};

export function categoryOf({ kind, merchantCategoryCode }: Pick<StatementEntry, 'kind' | 'merchantCategoryCode'>): TransactionCategory {
  if (merchantCategoryCode === undefined) return byKind[kind];
  const code = Number(merchantCategoryCode);
  return ranges.find(([from, to]) => from <= code && code <= to)?.[2] ?? 'OTHER';
}
