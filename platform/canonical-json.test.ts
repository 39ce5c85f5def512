import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('has one way to write a value', () => {
    expect(canonicalJson({ b: [1, null, { d: 'é', c: undefined }], a: true })).toBe('{"a":true,"b":[1,null,{"d":"é"}]}');
  });
  it.each([[Number.NaN], [1n], [() => 1]])('refuses what JSON cannot tell: %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow('no place in JSON');
  });
});
