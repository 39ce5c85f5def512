import { describe, expect, it } from 'vitest';
import { cpuMs } from '../cpu-time.testkit.ts';
import type { Scalar } from './scalar.ts';
import * as s from './scalars.ts';

const scalars = s as unknown as Readonly<Record<string, Scalar<unknown>>>;
const scalarOf = (name: string): Scalar<unknown> => {
  const scalar = scalars[name];
  if (scalar === undefined) throw new Error(`there is no xs:${name}`);
  return scalar;
};

/** Type, text, and the value that it stands for: XML Schema 1.0 part 2, section 3. */
const taken: readonly (readonly [string, string, unknown])[] = [
  ['decimal', '1.00', '1.00'],
  ['decimal', ' \t\r\n1.00\n', '1.00'],
  ['decimal', '1.123456789012', '1.123456789012'],
  ['decimal', '9'.repeat(38), '9'.repeat(38)],
  ['decimal', '-0.0', '0.0'],
  ['integer', `\n${' '.repeat(60)}+0012${' '.repeat(60)}`, '12'],
  ['integer', '-0', '0'],
  ['integer', '9'.repeat(40), '9'.repeat(40)],
  ['integer', `${'0'.repeat(60)}7`, '7'],
  ['int', `${' '.repeat(60)}7`, 7],
  ['int', '2147483647', 2147483647],
  ['int', '-2147483648', -2147483648],
  ['short', '-32768', -32768],
  ['byte', '127', 127],
  ['unsignedInt', '4294967295', 4294967295],
  ['unsignedShort', '65535', 65535],
  ['unsignedByte', '255', 255],
  ['long', '9223372036854775807', '9223372036854775807'],
  ['long', '-9223372036854775808', '-9223372036854775808'],
  ['unsignedLong', '18446744073709551615', '18446744073709551615'],
  ['positiveInteger', '1', '1'],
  ['nonNegativeInteger', '0', '0'],
  ['nonPositiveInteger', '0', '0'],
  ['negativeInteger', '-1', '-1'],
  ['date', '2000-02-29', '2000-02-29'],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '0001-01-01', '0001-01-01'],
  ['date', '-0001-01-01Z', '-0001-01-01Z'],
  ['date', '2026-11-30+14:00', '2026-11-30+14:00'],
  ['dateTime', '2400-02-29T24:00:00', '2400-02-29T24:00:00'],
  ['gYear', '0001', '0001'],
  ['gYearMonth', '12345-12', '12345-12'],
  ['gMonthDay', '--02-29', '--02-29'],
  ['gMonthDay', '--04-30', '--04-30'],
  ['base64Binary', 'AA==', new Uint8Array([0])],
  ['base64Binary', 'AAA=', new Uint8Array([0, 0])],
  ['base64Binary', ' A A\n== ', new Uint8Array([0])],
  ['base64Binary', '', new Uint8Array([])],
  ['hexBinary', '0aFF', new Uint8Array([10, 255])],
  ['NMTOKENS', ' a  1-2\n', ['a', '1-2']],
  ['IDREFS', 'a', ['a']],
  ['boolean', ' 1 ', true],
  ['double', '-INF', Number.NEGATIVE_INFINITY],
  ['double', '1.5E-3', 0.0015],
];

const refused: readonly (readonly [string, string])[] = [
  ...['\u00a0', '\u2028', '\u2029', '\ufeff', '\u3000', '\v', '\f', '\u0085'].flatMap((blank) =>
    [
      'decimal',
      'integer',
      'long',
      'int',
      'boolean',
      'double',
      'date',
      'dateTime',
      'time',
      'gYear',
      'duration',
      'hexBinary',
      'base64Binary',
    ].map((name) => {
      const text = { boolean: 'true', date: '2026-01-31', dateTime: '2026-01-31T00:00:00', time: '00:00:00', gYear: '2026' }[name];
      return [name, `${text ?? { duration: 'P1D', hexBinary: 'AA', base64Binary: 'AA==' }[name] ?? '1'}${blank}`] as const;
    }),
  ),
  ['decimal', '9'.repeat(39)],
  ['decimal', `${'1'.repeat(20)}.${'1'.repeat(19)}`],
  ['decimal', '1e3'],
  ['integer', '1.0'],
  ['integer', '9'.repeat(41)],
  ['integer', '1 2'],
  ['int', '2147483648'],
  ['int', '-2147483649'],
  ['short', '32768'],
  ['byte', '128'],
  ['byte', '-129'],
  ['unsignedInt', '4294967296'],
  ['unsignedInt', '-1'],
  ['unsignedShort', '65536'],
  ['unsignedByte', '256'],
  ['long', '9223372036854775808'],
  ['long', '-9223372036854775809'],
  ['long', '10000000000000000000'],
  ['unsignedLong', '18446744073709551616'],
  ['unsignedLong', '-1'],
  ['positiveInteger', '0'],
  ['nonNegativeInteger', '-1'],
  ['nonPositiveInteger', '1'],
  ['negativeInteger', '0'],
  ['date', '1900-02-29'],
  ['date', '2100-02-29'],
  ['date', '2200-02-29'],
  ['date', '1800-02-29'],
  ['date', '2023-02-29'],
  ['date', '-1900-02-29'],
  ['date', '2026-04-31'],
  ['date', '2026-00-01'],
  ['date', '2026-01-00'],
  ['date', '0000-01-01'],
  ['date', '-0000-01-01'],
  ['date', '0000-01-01Z'],
  ['date', '2026-01-01+14:01'],
  ['dateTime', '0000-01-01T00:00:00'],
  ['dateTime', '1900-02-29T00:00:00Z'],
  ['dateTime', '2026-01-01T24:00:01'],
  ['dateTime', '2026-01-01T00:60:00'],
  ['gYear', '0000'],
  ['gYear', '02026'],
  ['gYearMonth', '0000-01'],
  ['gMonthDay', '--02-30'],
  ['gMonthDay', '--04-31'],
  ['gMonthDay', '--00-10'],
  ['base64Binary', 'AM=='],
  ['base64Binary', 'AB=='],
  ['base64Binary', 'AAB='],
  ['base64Binary', 'A==='],
  ['base64Binary', 'AA='],
  ['base64Binary', 'AA==AA=='],
  ['hexBinary', 'A'],
  ['NMTOKENS', ''],
  ['NMTOKENS', ' \n '],
  ['IDREFS', ''],
  ['ENTITIES', ''],
  ['boolean', 'True'],
  ['double', 'Infinity'],
  ['double', '+INF'],
  ['double', '1e309'],
  ['double', '-1.8e308'],
];

describe('a text of a built-in type', () => {
  it.each(taken)('%s %j is read', (name, text, value) => expect(scalarOf(name).parse(text)).toEqual(value));
  it.each(refused)('%s %j is refused', (name, text) => expect(scalarOf(name).parse(text)).toBeUndefined());

  it('is written as what is read: each value of these comes back', () => {
    for (const [name, , value] of taken) {
      const written = scalarOf(name).format(value);
      expect(written, name).toBeDefined();
      expect(scalarOf(name).parse(written ?? '')).toEqual(value);
    }
  });

  it('and no list of no name tokens is written', () => {
    for (const name of ['NMTOKENS', 'IDREFS', 'ENTITIES']) expect(scalarOf(name).format([]), name).toBeUndefined();
  });
});

describe('a value of a built-in type', () => {
  it.each(Object.keys(scalars).filter((name) => typeof scalars[name] === 'object'))('%s is never made of anything else', (name) => {
    for (const wrong of [undefined, null, {}, Symbol('x'), () => 1, 10n, new Date(0), new Map(), { toString: () => '1' }]) {
      expect(scalarOf(name).format(wrong)).toBeUndefined();
    }
  });
});

describe('the time that a text takes to be read', () => {
  const long = 200_000;
  const evil = [
    `${'0'.repeat(long)}x`,
    `${' '.repeat(long)}x`,
    `1${' '.repeat(long)}1`,
    `${'1'.repeat(long)}x`,
    `${'A'.repeat(long)}!`,
    `${'a-'.repeat(long / 2)}!`,
    `-P${'1'.repeat(long)}`,
    `2026-01-01T00:00:00.${'0'.repeat(long)}x`,
    `24:00:00.${'0'.repeat(long)}x`,
    `${'a:'.repeat(long / 2)}:`,
    `${'AAAA'.repeat(long / 4)}=A`,
  ];
  it.each(Object.keys(scalars).filter((name) => typeof scalars[name] === 'object'))('%s is by its length', (name) => {
    for (const text of evil) {
      expect(
        cpuMs(() => scalarOf(name).parse(text)),
        text.slice(0, 20),
      ).toBeLessThan(1_000);
    }
  });
});
