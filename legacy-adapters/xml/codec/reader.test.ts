import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlMalformed } from '../malformed.ts';
import { NameTable } from '../names.ts';
import { known, Reader } from './reader.ts';
import * as s from './scalars.ts';

const names = new NameTable(['{}v', '{}a', '{}w']);
const idOf = (name: string) => names.ids.get(`{}${name}`) ?? 0;
const instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Reads the root, which is open, and all that follows. */
function read<Value>(source: string, take: (reader: Reader) => Value): Value {
  const reader = new Reader(source, names);
  reader.next();
  const value = take(reader);
  reader.finish();
  return value;
}

/** The types that are read straight from the document, and the scalars that read every other form of them. */
const direct = {
  decimal: (reader: Reader): string => reader.decimal(),
  long: (reader: Reader): string => reader.long(),
  date: (reader: Reader): string => reader.date(),
  dateTime: (reader: Reader): string => reader.dateTime(),
} as const;
const { decimal, long, date, dateTime } = s;
const scalars = { decimal, long, date, dateTime };
const directNames = Object.keys(direct) as (keyof typeof direct)[];

/** Texts around each bound of the quick way: signs, zeros, points, lengths, days that no month has. */
const near: Readonly<Record<keyof typeof direct, readonly string[]>> = {
  decimal: [
    ...['0', '-0', '00', '-0.00', '0.10', '-0.10', '1.', '.5', '-', '', '+1', '01.50', '1.2.3', '1e3', '1.00\ufeff', '\u00a01.00', '1 0'],
    ...['9'.repeat(38), '9'.repeat(39), `-${'9'.repeat(38)}`, `-${'9'.repeat(39)}`, `1.${'2'.repeat(37)}`, `1.${'2'.repeat(38)}`],
    ...[`${'1'.repeat(20)}.${'2'.repeat(18)}`, `${'1'.repeat(20)}.${'2'.repeat(19)}`, '228828.44', '-1.5', '1.0000000000001'],
  ],
  long: [
    ...['0', '-0', '00', '007', '-7', '+7', '', '-', '1.0', '7 ', '7\u00a0', '999999999999999999', '-999999999999999999'],
    ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809', '9'.repeat(30)],
  ],
  date: [
    ...['2026-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '2100-02-29', '0000-01-01', '0001-01-01', '2026-13-01', '2026-00-10'],
    ...['2026-04-31', '2026-04-30', '2026-12-31Z', '2026-12-31+14:00', '2026-12-31+14:01', '20260-12-31', '2026-1-31', ' 2026-01-31'],
  ],
  dateTime: [
    ...[
      '2026-02-28T23:59:59',
      '2026-02-29T00:00:00',
      '2026-01-01T24:00:00',
      '2026-01-01T24:00:01',
      '2026-01-01T00:00:60',
      '2026-01-01T00:60:00',
    ],
    ...['2026-01-01T00:00:00.', '2026-01-01T00:00:00.123456789012', '2026-01-01T00:00:00.1234567890123', '0000-01-01T00:00:00Z'],
    ...[
      '2026-01-01T00:00:00+13:59',
      '2026-01-01T00:00:00+14:00',
      '2026-01-01T00:00:00+13:60',
      '2026-01-01T00:00:00-02:00',
      '2026-01-01t00:00:00',
    ],
  ],
};

describe('a value that is read straight from the document', () => {
  const quick = (name: keyof typeof direct, text: string) => {
    try {
      return read(`<v>${text}</v>`, direct[name]);
    } catch (error) {
      if (error instanceof XmlMalformed) return undefined;
      throw error;
    }
  };

  it.each(directNames)('%s is what its scalar makes of the same text', (name) => {
    for (const text of near[name]) expect(quick(name, text), text).toBe(scalars[name].parse(text));
    const digit = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', ':', 'T', 'Z', '+', ' '), maxLength: 45 });
    const spoilt = fc
      .tuple(fc.constantFrom(...near[name]), fc.nat(45), digit)
      .map(([text, at, put]) => text.slice(0, at) + put.slice(0, 2) + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(digit, spoilt), (text) => {
        expect(quick(name, text), text).toBe(scalars[name].parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(directNames)('%s is refused with an element, another end or nothing behind it', (name) => {
    const [text] = { decimal: ['1.50'], long: ['15'], date: ['2026-01-31'], dateTime: ['2026-01-31T10:00:00Z'] }[name];
    for (const source of [
      `<v>${text}<a/></v>`,
      `<v>${text}</a>`,
      `<v>${text}`,
      `<v>${text}</v`,
      `<v xsi:nil="true" ${instance}>${text}</v>`,
    ]) {
      expect(() => read(source, direct[name]), source).toThrow(XmlMalformed);
    }
    expect(read(`<v>${text?.slice(0, 1)}<!-- c -->${text?.slice(1)}</v >`, direct[name])).toBe(text);
  });
});

describe('nil', () => {
  const nil = (content: string, attributes = 'xsi:nil="true"') =>
    read(`<v ${attributes} ${instance}>${content}</v>`, (reader) => (reader.isNil() ? reader.nil() : reader.plainString()));

  it('stands for nothing, and is nothing but empty', () => {
    expect(nil('')).toBeNull();
    expect(nil('', 'xsi:nil=" 1 "')).toBeNull();
    expect(nil('x', 'xsi:nil="false"')).toBe('x');
    for (const content of ['1.00', ' ', '&#32;', '<![CDATA[1]]>', '<a/>', '<!-- c -->x']) {
      expect(() => nil(content), content).toThrow(XmlMalformed);
    }
  });

  it.each(['yes', 'TRUE', '\u00a0true', 'true\ufeff', ''])('is not told by %j', (value) => {
    expect(() => nil('', `xsi:nil="${value}"`)).toThrow(XmlMalformed);
  });

  it('is no value where one must stand', () => {
    expect(() => read(`<v xsi:nil="true" ${instance}/>`, (reader) => reader.scalar(s.string))).toThrow(XmlMalformed);
    expect(() => read(`<v xsi:nil="true" ${instance}/>`, (reader) => reader.exact('{}t'))).toThrow(XmlMalformed);
  });
});

describe('a QName in a document', () => {
  it.each(['\u00a0p:n', 'p:n\u3000', 'p:n\u2028', 'p: n', 'q:n', ':n', 'p:'])('is not %j', (text) => {
    expect(() => read(`<v xmlns:p="urn:p">${text}</v>`, (reader) => reader.qname())).toThrow(XmlMalformed);
    expect(() => read(`<v xmlns:p="urn:p" a="${text}"/>`, (reader) => reader.requiredQName(idOf('a')))).toThrow(XmlMalformed);
    expect(() => read(`<v xmlns:p="urn:p" xsi:type="${text}" ${instance}/>`, (reader) => reader.instanceType())).toThrow(XmlMalformed);
  });

  it('has white space around it, and the default namespace where it has no prefix', () => {
    expect(read('<v xmlns:p="urn:p">\n p:n </v>', (reader) => reader.qname())).toBe('{urn:p}n');
    expect(read('<v>n</v>', (reader) => reader.qname())).toBe('{}n');
  });
});

describe('a fixed value', () => {
  const element = (text: string) => read(`<v>${text}</v>`, (reader) => reader.defaulted(s.decimal, '1.0', true));
  const attribute = (text: string) =>
    read(`<v a="${text}"/>`, (reader) => {
      const value = reader.defaultAttribute(idOf('a'), s.decimal, '1.0', true);
      reader.skip();
      return value;
    });

  it('is the same however it is spelt', () => {
    expect([element('1.00'), element('+1'), element(''), attribute('1.000')]).toEqual(['1.00', '1', '1.0', '1.000']);
  });

  it('is no other', () => {
    for (const text of ['1.01', '10', '-1']) {
      expect(() => element(text), text).toThrow(XmlMalformed);
      expect(() => attribute(text), text).toThrow(XmlMalformed);
    }
  });
});

describe('the content of a type', () => {
  it('passes over what it does not know, and refuses what it knows at another place', () => {
    const names = known([idOf('a'), idOf('w')]);
    const first = (source: string) =>
      read(source, (reader) => {
        reader.next();
        reader.expect(idOf('a'), names, 'a');
        const text = reader.plainString();
        reader.next();
        reader.close(names);
        return text;
      });
    expect(first('<v><new/><a>1</a><new>2</new></v>')).toBe('1');
    for (const source of ['<v><w/><a>1</a></v>', '<v><a>1</a><a>2</a></v>', '<v/>', '<v><a>1</a><w/></v>'])
      expect(() => first(source), source).toThrow(XmlMalformed);
  });
});
