import { expect, it } from 'vitest';
import { totalsOf } from './totals.tsx';

const account = (amount: string, currency: 'UAH' | 'USD' | 'EUR', closedOn: string | null = null) => ({
  balance: { __typename: 'Money' as const, amount, currency },
  closedOn,
});

it('totals are exact, one a currency, hryvnia first, without closed accounts', () => {
  const accounts = [
    account('0.10', 'USD'),
    account('12345678901234567.89', 'UAH'),
    account('0.20', 'USD'),
    account('0.01', 'UAH'),
    account('5.00', 'EUR', '2026-01-01'),
  ];
  expect(totalsOf(accounts)).toEqual([
    { currency: 'UAH', amount: '12345678901234567.90' },
    { currency: 'USD', amount: '0.30' },
  ]);
});
