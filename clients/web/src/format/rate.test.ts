import { describe, expect, it } from 'vitest';
import { currencyName, currencySign, formatRate } from './rate.ts';

describe('a rate', () => {
  it('keeps every digit of the bank, and has two at the least', () => {
    expect(['41.25', '0.1234567891', '12345678901234567.1', '48'].map((price) => formatRate(price, 'uk'))).toEqual([
      '41,25',
      '0,1234567891',
      '12\u00a0345\u00a0678\u00a0901\u00a0234\u00a0567,10',
      '48,00',
    ]);
    expect(formatRate('41.25', 'en')).toBe('41.25');
  });

  it('names its currency in the reader’s language, and a currency without a name by its code', () => {
    expect([currencyName('USD', 'uk'), currencyName('EUR', 'en'), currencyName('XYZ', 'uk')]).toEqual(['долар США', 'Euro', 'XYZ']);
  });

  it('has a sign that fits a small circle', () => {
    expect(['USD', 'EUR', 'GBP', 'PLN', 'CHF', 'CZK', 'XYZ'].map((code) => currencySign(code, 'uk'))).toEqual([
      '$',
      '€',
      '£',
      'zł',
      'Fr',
      'Kč',
      'X',
    ]);
  });
});
