import { describe, expect, it } from 'vitest';
import { compare, isZero, magnitude, negate, readTyped, share, subtract, sum } from './decimal.ts';

describe('sums of decimals', () => {
  it('are exact where a double is not', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['12345678901234567.89', '0.01'])).toBe('12345678901234567.90');
    expect(sum(['9999999999999999999999999999.9999999999', '0.0000000001'])).toBe('10000000000000000000000000000.0000000000');
  });

  it('keep the larger scale and the sign', () => {
    expect(sum(['1', '-0.05'])).toBe('0.95');
    expect(sum(['-1.00', '0.95'])).toBe('-0.05');
    expect(sum(['-0.05', '0.050'])).toBe('0.000');
    expect(sum([])).toBe('0');
  });

  it('go the other way too', () => {
    expect(subtract('1.00', '2.5')).toBe('-1.50');
    expect(negate('-0.10')).toBe('0.10');
    expect(negate('0.00')).toBe('0.00');
    expect(magnitude('-3.20')).toBe('3.20');
  });
});

describe('decimals compare', () => {
  it('by amount, whatever their scale', () => {
    expect(compare('1.0', '1.00')).toBe(0);
    expect(compare('-2', '-1.99')).toBe(-1);
    expect(['10', '9.5', '-1'].toSorted(compare)).toEqual(['-1', '9.5', '10']);
    expect(isZero('0.00')).toBe(true);
    expect(isZero('-0.01')).toBe(false);
  });

  it('as shares for the length of a bar', () => {
    expect(share('25.00', '100')).toBe(0.25);
    expect(share('150', '100')).toBe(1);
    expect(share('1', '0.00')).toBe(0);
    expect(share('-1', '10')).toBe(0);
  });
});

describe('what a person types as an amount', () => {
  it.each([
    ['1500', '1500'],
    ['1 500,5', '1500.5'],
    ['1\u00a0500.50', '1500.50'],
    ['007', '7'],
    ['5,', '5'],
  ])('%j is %s', (typed, read) => expect(readTyped(typed)).toBe(read));

  it.each(['', 'abc', '-5', '1.234', '1e3', '1,2,3', '1'.repeat(16)])('%j is no amount', (typed) =>
    expect(readTyped(typed)).toBeUndefined(),
  );
});
