import { describe, expect, it } from 'vitest';
import { type CompiledFacets, restricted } from './facets.ts';
import type { Scalar } from './scalar.ts';
import * as s from './scalars.ts';

interface Case {
  readonly facets: CompiledFacets;
  readonly base: Scalar<never>;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}
const of = <Value>(base: Scalar<Value>, facets: CompiledFacets, inside: readonly string[], outside: readonly string[]): Case => ({
  facets,
  base: base as unknown as Scalar<never>,
  inside,
  outside,
});

/** Each facet at its bound, just inside and just outside (XML Schema 1.0 part 2, 4.3). */
const cases: readonly Case[] = [
  of(s.decimal, { minInclusive: '0.10' }, ['0.1', '0.10', '0.100', '0.11'], ['0.09', '0.0999999999', '-1']),
  of(s.decimal, { maxInclusive: '1' }, ['1', '1.00', '0.99', '-5'], ['1.0000000001', '1.01', '2']),
  of(s.decimal, { minExclusive: '0' }, ['0.0000000001', '1'], ['0', '0.00', '-0.01']),
  of(s.decimal, { maxExclusive: '100' }, ['99.99', '-100'], ['100', '100.0', '100.01']),
  of(s.decimal, { totalDigits: 4 }, ['1234', '12.34', '0012.3400', '0.1234'], ['12345', '12.345', '1000.1']),
  of(s.decimal, { fractionDigits: 2 }, ['1.25', '1', '1.2500'], ['1.255', '0.001']),
  of(s.decimal, { totalDigits: 38 }, ['9'.repeat(38), '1.00', `0.${'1'.repeat(38)}`], []),
  of(s.decimal, { maxInclusive: '9'.repeat(38) }, ['1.00', '9'.repeat(38)], []),
  of(s.decimal, { minInclusive: `-${'9'.repeat(60)}`, maxInclusive: '9'.repeat(60) }, ['1.00', '-1.00'], []),
  of(s.decimal, { fractionDigits: 12 }, ['41.123456789012'], ['41.1234567890123']),
  of(s.decimal, { enumeration: ['1.0', '20'] }, ['1', '1.0', '1.00', '+1.000', '20.0'], ['1.01', '10', '2']),
  of(s.integer, { maxInclusive: '9'.repeat(40) }, ['9'.repeat(40), '0'], []),
  of(s.integer, { minExclusive: '-5', maxExclusive: '5' }, ['-4', '+4'], ['-5', '5', '005']),
  of(s.integer, { totalDigits: 3 }, ['999', '-999', '000999'], ['1000', '-1000']),
  of(s.long, { minInclusive: '9007199254740993' }, ['9007199254740993'], ['9007199254740992']),
  of(s.int, { minInclusive: '1', maxInclusive: '9' }, ['1', '9'], ['0', '10']),
  of(s.int, { minExclusive: '1', maxExclusive: '9' }, ['2', '8'], ['1', '9']),
  of(s.int, { totalDigits: 2 }, ['99', '-99'], ['100']),
  of(s.int, { enumeration: ['7', '010'] }, ['7', '07', '10'], ['8']),
  of(s.double, { maxInclusive: 'INF', minExclusive: '-INF' }, ['1.5', 'INF', '-1e300'], ['-INF']),
  of(s.double, { enumeration: ['1.0', 'INF'] }, ['1', '1e0', 'INF'], ['-INF', '2']),
  of(s.boolean, { enumeration: ['1'] }, ['true', '1'], ['false', '0']),
  of(s.string, { length: 2 }, ['ab', '😀😀'], ['a', 'abc', '😀']),
  of(s.string, { minLength: 2 }, ['ab', 'abc'], ['', 'a']),
  of(s.string, { maxLength: 2 }, ['', 'ab'], ['abc']),
  of(s.string, { enumeration: ['A', 'B '] }, ['A', 'B '], ['a', 'B', '']),
  of(s.string, { whiteSpace: 'collapse', enumeration: ['A B'] }, ['A B'], ['AB']),
  of(s.string, { patterns: [/^(?:[A-Z]{3})$/u] }, ['UAH'], ['uah', 'UAHX', 'UAH\n']),
  of(s.hexBinary, { length: 2 }, ['00FF', 'abcd'], ['00', '00FF00']),
  of(s.base64Binary, { maxLength: 1 }, ['', 'AA=='], ['AAA=']),
  of(s.hexBinary, { enumeration: ['ab'] }, ['AB', 'ab'], ['AC']),
  of(s.NMTOKENS, { maxLength: 2 }, ['a', 'a b'], ['a b c']),
  of(s.list('list', s.decimal), { enumeration: ['1.0 2'] }, ['1 2.0', '1.00 2'], ['1', '2 1']),
];

describe('a restricted type', () => {
  it.each(cases.map((one) => [`${one.base.name} by ${JSON.stringify(one.facets).slice(0, 80)}`, one] as const))(
    '%s takes what its facets allow and nothing else, in reading and in writing',
    (_name, { base, facets, inside, outside }) => {
      const scalar = restricted('it', base, facets);
      for (const text of inside) {
        const value = scalar.parse(text);
        expect(value, text).toEqual(base.parse(text));
        expect(value, text).toBeDefined();
        const written = scalar.format(value as never);
        expect(written, text).toBeDefined();
        expect(scalar.parse(written ?? ''), text).toEqual(value);
      }
      for (const text of outside) {
        expect(scalar.parse(text), text).toBeUndefined();
        const value = base.parse(text);
        expect(value, `${text} must be a value of the base`).toBeDefined();
        expect(scalar.format(value as never), text).toBeUndefined();
      }
    },
  );

  it('of a restricted type asks for the facets of both', () => {
    const between = restricted('between', restricted('most', s.decimal, { maxInclusive: '10' }), { minInclusive: '5', fractionDigits: 1 });
    expect(['5', '7.5', '10'].map((text) => between.parse(text))).toEqual(['5', '7.5', '10']);
    expect(['4.9', '10.1', '7.55'].map((text) => between.parse(text))).toEqual([undefined, undefined, undefined]);
  });

  it('looks at the length of a text before it runs an expression over it', () => {
    let ran = 0;
    const counted = { test: () => Boolean(++ran) };
    const short = restricted('short', s.string, { patterns: [counted], maxLength: 5 });
    expect(short.parse('x'.repeat(100_000))).toBeUndefined();
    expect(short.format('x'.repeat(100_000))).toBeUndefined();
    expect(ran).toBe(0);
    expect(short.parse('x')).toBe('x');
    expect(ran).toBe(1);
  });
});
