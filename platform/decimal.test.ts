import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, compareDecimals, type Decimal, fromMinorUnits, isDecimal, parseDecimal } from './decimal.ts';

const minorUnits = fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n });
const scale = fc.integer({ min: 0, max: 37 });

describe('an exact decimal', () => {
  it.each(['0', '0.10', '1500.00', '-0.05', '12345678901234567.89', '1.000000000001', '9'.repeat(38), `0.${'1'.repeat(38)}`])(
    'takes %s as it is',
    (text) => {
      expect(isDecimal(text)).toBe(true);
      expect(parseDecimal(text)).toBe(text);
    },
  );

  it.each([
    '',
    '.',
    '-',
    '1e3',
    'NaN',
    'Infinity',
    '1,5',
    '1.',
    '+1',
    '01',
    '-0',
    '-0.00',
    ' 1',
    '1 ',
    '0x1',
    '9'.repeat(39),
    `0.${'1'.repeat(39)}`,
    `${'9'.repeat(20)}.${'1'.repeat(19)}`,
    '١',
  ])('refuses %j as a plain decimal', (text) => {
    expect(isDecimal(text)).toBe(false);
  });

  it.each([
    ['+1.50', '1.50'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-.50', '-0.50'],
    ['-0.00', '0.00'],
    [' 12.3 ', '12.3'],
    ['-007.10', '-7.10'],
    ['\t\r\n12.3\n', '12.3'],
    [`${'0'.repeat(100)}1`, '1'],
  ])('reads the lexical form %j of xs:decimal as %s', (text, plain) => {
    expect(parseDecimal(text)).toBe(plain);
  });

  it.each(['', '.', '+', '1e3', 'INF', 'NaN', '1.2.3', '12abc', '0x10', '--1', '1 2'])('reads %j as nothing', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each(['\u00a0', '\u2028', '\u2029', '\ufeff', '\u3000', '\v', '\f', '\u0085'])(
    'takes only the white space of XML off an amount, and not %j',
    (blank) => {
      expect(parseDecimal(`1.00${blank}`)).toBeUndefined();
      expect(parseDecimal(`${blank}1.00`)).toBeUndefined();
    },
  );

  it('is read in a time by its length, whatever stands in it', () => {
    for (const text of [`1${' '.repeat(200_000)}1`, `${'0'.repeat(200_000)}x`, `${' '.repeat(200_000)}x`, `0.${'0'.repeat(200_000)}x`]) {
      const before = process.threadCpuUsage();
      expect(parseDecimal(text)).toBeUndefined();
      expect(process.threadCpuUsage(before).user).toBeLessThan(500_000);
    }
  });

  it.each([
    [0n, 2, '0.00'],
    [-5n, 2, '-0.05'],
    [100n, 2, '1.00'],
    [-7n, 0, '-7'],
    [0n, 0, '0'],
  ])('is %s minor units at the scale %i: %s', (units, places, plain) => {
    expect(fromMinorUnits(units, places)).toBe(plain);
  });

  it('adds and compares as whole numbers of minor units do', () => {
    fc.assert(
      fc.property(minorUnits, minorUnits, scale, (a, b, places) => {
        const [left, right] = [fromMinorUnits(a, places), fromMinorUnits(b, places)];
        expect(addDecimals(left, right)).toBe(fromMinorUnits(a + b, places));
        expect(Math.sign(compareDecimals(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('keeps the larger scale of a sum, and takes 1.0 and 1.00 for the same amount', () => {
    expect(addDecimals('1.5' as Decimal, '-0.05' as Decimal)).toBe('1.45');
    expect(compareDecimals('1.0' as Decimal, '1.00' as Decimal)).toBe(0);
  });
});
