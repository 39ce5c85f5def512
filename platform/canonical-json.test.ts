import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('has one way to write a value', () => {
    expect(canonicalJson({ b: [1, null, { d: 'é', c: undefined }], a: true })).toBe('{"a":true,"b":[1,null,{"d":"é"}]}');
  });
  it.each([
    ['1, 2, 3', { a: 1, b: 2, c: 3 }],
    ['3, 2, 1', { c: 3, b: 2, a: 1 }],
    ['2, 3, 1', { b: 2, c: 3, a: 1 }],
  ])('has one order of keys, whichever they came in: %s', (_order, value) => {
    expect(canonicalJson(value)).toBe('{"a":1,"b":2,"c":3}');
  });

  it('tells a moment as the string that it is in JSON', () => {
    expect(canonicalJson({ at: new Date('2026-11-24T10:00:00Z') })).toBe('{"at":"2026-11-24T10:00:00.000Z"}');
  });

  it.each([
    ['arrays', (inner: unknown) => [inner]],
    ['objects', (inner: unknown) => ({ inner })],
  ])('goes into %s fifty deep and no deeper', (_what, wrap) => {
    const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 1);
    expect(JSON.parse(canonicalJson(nested(50)))).toEqual(nested(50));
    expect(() => canonicalJson(nested(51))).toThrow('nested more than 50 deep');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1]])('refuses what JSON cannot tell: %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow('no place in JSON');
  });
});
