import { describe, expect, it } from 'vitest';
import { totalsOf } from '../pages/home/totals.tsx';
import { compare, share, subtract, sum } from './decimal.ts';
import { formatMoney } from './money.ts';

/** Amounts of one and the same value, with as many digits after the point as a system may send. */
const scales = ['5', '5.0', '5.00', '5.000', '5.0000000000'];

describe('amounts of different scales', () => {
  it('are summed by their value, whichever comes first', () => {
    for (const a of scales) {
      for (const b of ['0.05', '-0.05', '0.5', '12345678901234567.8912']) {
        expect(compare(sum([a, b]), sum([b, a])), `${a} and ${b}`).toBe(0);
        expect(compare(sum([a, b]), sum(['5', b])), `${a} and ${b}`).toBe(0);
        expect(compare(subtract(sum([a, b]), b), '5'), `${a} and ${b}`).toBe(0);
      }
    }
    expect(sum(scales)).toBe('25.0000000000');
    expect(sum(['1', '0.2', '0.03', '0.004'])).toBe('1.234');
    expect(sum(['0.004', '0.03', '0.2', '-1'])).toBe('-0.766');
  });

  it('make the totals of home, a currency each, whatever the scale of each account', () => {
    const account = (amount: string, currency: 'UAH' | 'USD') => ({
      balance: { __typename: 'Money' as const, amount, currency },
      closedOn: null,
    });
    const accounts = [
      account('100', 'UAH'),
      account('0.5', 'USD'),
      account('0.25', 'UAH'),
      account('-0.125', 'UAH'),
      account('2.50', 'USD'),
    ];
    for (const given of [accounts, accounts.toReversed()]) {
      expect(totalsOf(given)).toEqual([
        { currency: 'UAH', amount: '100.125' },
        { currency: 'USD', amount: '3.00' },
      ]);
    }
  });

  it('make the length of a bar', () => {
    for (const whole of scales) expect(share('2.5', whole)).toBe(0.5);
  });

  it('are shown to the last digit, and to two at the least', () => {
    const shown = (amount: string) => formatMoney({ amount, currency: 'USD' }, 'en');
    expect(['5', '5.0', '5.00', '5.125', '-0.004'].map(shown)).toEqual(['$5.00', '$5.00', '$5.00', '$5.125', '\u2212$0.004']);
  });
});
