import { describe, expect, it } from 'vitest';
import { translatePattern } from './syntax.ts';

const matches = (pattern: string, text: string) => new RegExp(translatePattern(pattern) ?? 'never', 'u').test(text);

describe.each([
  ['[A-Z]{3}', ['UAH'], ['uah', 'UAHX', ' UAH']],
  ['\\d{2}|X', ['12', 'X'], ['123', 'XX', '']],
  ['[\\i-[:]][\\c-[:]]*', ['a1', '_x-y', 'Ж'], ['1a', 'a:b', '']],
  ['[^\\s]+', ['abc'], ['a c', '']],
  ['[^\\S]', [' '], ['a']],
  ['[\\S]*', ['abc', ''], ['a b']],
  ['[\\D5]+', ['a5', '-'], ['4']],
  ['\\p{IsBasicLatin}*', ['plain', ''], ['Ж']],
  ['[\\p{IsCyrillic}\\s]+', ['Ж ж'], ['z']],
  ['\\P{IsBasicLatin}', ['Ж'], ['a']],
  ['[\\P{IsBasicLatin}x]', ['Ж', 'x'], ['a']],
  ['[a-z-[aeiou]]+', ['xyz'], ['xay']],
  ['[^a-z-[0-9]]', ['A'], ['a', '5']],
  ['.*', ['any thing', ''], ['two\nlines']],
  ['a.c$^', ['abc$^'], ['abc']],
  ["[0-9a-zA-Z/\\-?:().,'+ ]+", ["A-b/(c)?:.,'+ 9"], ['a_b', '']],
  ['[-+]?\\d+', ['-5', '+5', '5'], ['5-']],
  ['[a\\]\\[^]+', ['a][^'], ['b']],
  ['(\\w|\\W){1,2}', ['a!', '-'], ['abc']],
  ['\\+[0-9]{1,3}-[0-9()+\\-]{1,30}', ['+380-44(1)'], ['380-44']],
  ['(ab)+', ['abab'], ['aba']],
  ['\\{x\\}', ['{x}'], ['x']],
])('the pattern %s', (pattern, right, wrong) => {
  it.each(right)('takes %j', (text) => expect(matches(pattern, text)).toBe(true));
  it.each(wrong)('refuses %j', (text) => expect(matches(pattern, text)).toBe(false));
});

it('what is no pattern of XML Schema has no translation', () => {
  for (const pattern of ['[a', 'a]', '(a', 'a{2,1}', '\\q', '\\p{Latin}', '\\p{IsNowhere}', '*', '\\1'])
    expect(translatePattern(pattern), pattern).toBeUndefined();
});
