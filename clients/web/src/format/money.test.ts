import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const shown = (amount: string, currency: string, locale: 'uk' | 'en' | 'ru', style = {}) =>
  plain(formatMoney({ amount, currency }, locale, style));

describe('money', () => {
  it.each([
    ['uk', '228 828,44 ₴'],
    ['en', '₴228,828.44'],
    ['ru', '228 828,44 ₴'],
  ] as const)('reads in %s as people write it', (locale, expected) => {
    expect(shown('228828.44', 'UAH', locale)).toBe(expected);
  });

  it('keeps every digit of an amount that no double holds', () => {
    expect(shown('12345678901234567.89', 'UAH', 'en')).toBe('₴12,345,678,901,234,567.89');
    expect(shown('9999999999999999999999999999.01', 'USD', 'en')).toBe('$9,999,999,999,999,999,999,999,999,999.01');
  });

  it('keeps more digits after the point than two, and adds up to two', () => {
    expect(shown('0.125', 'USD', 'en')).toBe('$0.125');
    expect(shown('7', 'EUR', 'en')).toBe('€7.00');
  });

  it('has a true minus, and a plus only where it is asked for', () => {
    expect(shown('-131.88', 'UAH', 'uk')).toBe('\u2212131,88 ₴');
    expect(shown('87.00', 'UAH', 'uk', { signed: true })).toBe('+87,00 ₴');
    expect(shown('0.00', 'UAH', 'uk', { signed: true })).toBe('0,00 ₴');
  });

  it('shows a currency that it does not know by its code', () => {
    expect(shown('5.00', 'XTS', 'en')).toBe('XTS 5.00');
  });
});
