import { describe, expect, it } from 'vitest';
import { totalsOf } from './totals.ts';

const uah = (amount: string) => ({ amount, currency: 'UAH' });
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('the sums above a list of accounts', () => {
  it('are exact beyond what a double holds, one for each currency, debts taken off', () => {
    expect(totalsOf([uah('12345678901234567.89'), usd('0.10'), uah('-0.90'), usd('0.2')])).toEqual([
      uah('12345678901234566.99'),
      usd('0.30'),
    ]);
  });

  it('are not told where one balance is missing, in whatever currency', () => {
    expect(totalsOf([uah('1.00'), null, usd('1.00')])).toBeUndefined();
    expect(totalsOf([uah('1.00'), usd('not a number')])).toBeUndefined();
  });
});
