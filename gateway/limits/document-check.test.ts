import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocumentCheck } from './document-check.ts';
import { documentLimits } from './document-limits.ts';

const check = (query: string) => createDocumentCheck().check(query);
const repeat = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('the limits of a document', () => {
  it.each([
    ['depth', (n: number) => `${'{a'.repeat(n)}${'}'.repeat(n)}`, documentLimits.depth],
    ['aliases', (n: number) => `{ a { ${repeat(n, (i) => `a${i}: b`)} } }`, documentLimits.aliases],
    ['directives', (n: number) => `{ a { ${repeat(n, () => 'b @x')} } }`, documentLimits.directives],
    ['root fields', (n: number) => `{ ${repeat(n, () => 'a')} }`, documentLimits.rootFields],
    ['mutation fields', (n: number) => `mutation { ${repeat(n, () => 'a')} }`, documentLimits.mutationFields],
    ['selections', (n: number) => `{ a { ${repeat(n - 1, () => 'b')} } }`, documentLimits.selections],
  ])('of %s let the last one in and keep the next one out', (_name, document, most) => {
    expect(() => check(document(most))).not.toThrow();
    expect(() => check(document(most + 1))).toThrow(new RegExp(`${most + 1}.*at most ${most}`));
  });

  it('count what fragments bring, wherever they are spread', () => {
    const inFragments = `{ ...R } fragment R on Query { a { ...F ...F } } fragment F on A { ${repeat(250, () => 'b')} }`;
    expect(() => check(inFragments)).toThrow(/501 fields with its fragments expanded/);
    expect(() => check(`{ a { ...D } } fragment D on A { ${'b { '.repeat(10)} c ${'}'.repeat(10)} }`)).toThrow(/12 fields deep/);
  });

  it.each([
    [
      'aliases',
      (n: number) => `{ a { ${repeat(n - 15, (i) => `a${i}: b`)} ...F } } fragment F on A { ${repeat(15, (i) => `f${i}: b`)} }`,
      documentLimits.aliases,
    ],
    [
      'directives',
      (n: number) => `{ a { ${repeat(n - 5, () => 'b @x')} ...F } } fragment F on A { ${repeat(5, () => 'b @x')} }`,
      documentLimits.directives,
    ],
    [
      'directives',
      (n: number) => `query Q ${repeat(n - 3, () => '@x')} { a { ...F @x ... @x { b } } } fragment F on A @x { b }`,
      documentLimits.directives,
    ],
    [
      'fields at its root',
      (n: number) => `{ ${repeat(n - 4, () => 'a')} ... on Query { a a } ...F } fragment F on Query { a a }`,
      documentLimits.rootFields,
    ],
  ])('of %s hold for fragments and operations too', (_name, document, most) => {
    expect(() => check(document(most))).not.toThrow();
    expect(() => check(document(most + 1))).toThrow(new RegExp(`has ${most + 1} .*at most ${most}`));
  });

  it('let an operation go deep only where all of its root is introspection', () => {
    const deep = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;
    expect(() => check(`{ __typename __schema ${deep(12)} }`)).not.toThrow();
    expect(() => check(`{ __schema ${deep(12)} account }`)).toThrow(/13 fields deep/);
    expect(() => check(`{ __typename ${repeat(1, () => '')} a ${deep(12)} }`)).toThrow(/13 fields deep/);
  });

  it.each([
    ['', /Syntax Error/],
    [`{ a(b: "${'x'.repeat(50_000)}") }`, /longer than 50000 characters/],
    [`{ a(b: [${'1 '.repeat(1_001)}]) }`, /token/i],
    ['fragment F on Query { a }', /has no operation/],
    ['subscription { a }', /no subscriptions/],
    ['{ ...F }', /no fragment F/],
    ['{ a } fragment F on Query { ...G }', /no fragment G/],
    ['{ ...__F } fragment __F on Query { a }', /__F cannot be used/],
  ])('refuse %j in words', (query, words) => {
    expect(() => check(query)).toThrow(expect.objectContaining({ status: 400, publicMessage: expect.stringMatching(words) }));
  });

  it('hold for every operation of a document, not only for the one that is asked for', () => {
    expect(() => check(`query Small { a } query Large { ${repeat(11, () => 'a')} }`)).toThrow(/11 fields at its root/);
  });

  it('measure any bomb of fragments in a time that grows with its text only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 4 }), (levels, fan) => {
        const bomb = `{ a { ...F0 } } ${repeat(levels, (level) => `fragment F${level} on A { ${repeat(fan, () => `...F${level + 1}`)} }`)} fragment F${levels} on A { b c }`;
        const expanded = 1 + 2 * fan ** levels;
        if (expanded > documentLimits.selections) expect(() => check(bomb)).toThrow(/at most/);
        else expect(() => check(bomb)).not.toThrow();
      }),
    );
  });

  it('refuse every ring of fragments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (length) => {
        const ring = repeat(length, (index) => `fragment F${index} on Query { a ...F${(index + 1) % length} }`);
        expect(() => check(`{ ...F0 } ${ring}`)).toThrow(/spreads itself/);
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', '__defineGetter__'])(
    'refuse the name %s for an alias or a variable',
    (name) => {
      expect(() => check(`{ ${name}: a }`)).toThrow(name);
      expect(() => check(`query ($${name}: Int) { a(b: $${name}) }`)).toThrow(name);
    },
  );

  it('leave the document of the usual introspection alone', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(check(getIntrospectionQuery())).toEqual({ operations: ['IntrospectionQuery'] });
  });

  it('answer the same when asked again', () => {
    const kept = createDocumentCheck();
    for (const _ of [1, 2]) {
      expect(kept.check('query A { a } query B { a }')).toEqual({ operations: ['A', 'B'] });
      expect(() => kept.check('{ a ')).toThrow(/Syntax Error/);
    }
  });
});
