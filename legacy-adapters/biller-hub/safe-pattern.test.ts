import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billers } from '../simulation/world/billers.ts';
import { isSafePattern } from './safe-pattern.ts';

describe('a pattern of a partner is run', () => {
  const patterns = new Set(billers.flatMap(({ fields }) => fields.flatMap(({ pattern }) => pattern ?? [])));
  it.each([...patterns, 'UA\\d{27}', '[^0-9]{1,5}', '\\+380\\d{9}', 'a?b?c?'])('when it is %s', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });
});

describe('a pattern of a partner is left out', () => {
  it.each([
    ['', 'empty'],
    ['(a+)+$', 'exponential'],
    ['a*', 'unbounded'],
    ['a+', 'unbounded'],
    ['\\d{3,}', 'unbounded'],
    ['(ab){2}', 'a group'],
    ['a|b', 'alternatives'],
    ['(?=a)a', 'look-ahead'],
    ['^a$', 'anchors, which it has anyway'],
    ['\\d{0,64}\\d{0,64}\\d{0,64}\\d{0,64}', 'four of no fixed count'],
    ['\\d{1,200}\\d{1,200}\\d{1,200}\\d{60}x', 'one with a million ways to share a value'],
    ['a{2}{3}', 'a count of a count'],
    ['a{5,2}', 'a count that is none'],
    ['[z-a]', 'a set that is none'],
    ['[', 'not finished'],
    ['\\', 'not finished'],
    ['\\p{L}', 'a class that we do not know'],
    ['\\1', 'a back-reference'],
    ['.', 'anything at all'],
    ['a'.repeat(201), 'too long'],
  ])('when it is %s: %s', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });

  it('or takes some milliseconds at the very most, whatever it is', () => {
    const piece = fc.constantFrom('\\d{0,64}', '[0-9]{0,99}', '\\d?', '1{1,64}', '\\d', '[^a]{0,200}');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const pattern = pieces.join('');
        if (!isSafePattern(pattern)) return;
        const startedAt = performance.now();
        new RegExp(`^(?:${pattern})$`, 'u').test(`${'1'.repeat(199)}a`);
        expect(performance.now() - startedAt, pattern).toBeLessThan(200);
      }),
      { numRuns: 300 },
    );
  });
});
