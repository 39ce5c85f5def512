import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../cpu-time.testkit.ts';
import { linearPattern, statesOf } from './automaton.ts';
import { isQuick } from './backtracking.ts';
import { translatePattern } from './syntax.ts';

const native = (pattern: string) => new RegExp(translatePattern(pattern) ?? 'never', 'u');

const realm = createContext({});

/** Undefined where JavaScript's engine takes too long: now and then a pattern of these costs it minutes, which is why there is an automaton. */
function nativeAnswers(pattern: string, texts: readonly string[]): boolean[] | undefined {
  const source = translatePattern(pattern) ?? 'never';
  const given = JSON.stringify({ source, texts });
  try {
    const answers: unknown = runInContext(
      `{ const { source, texts } = ${given}; const native = new RegExp(source, 'u'); JSON.stringify(texts.map((text) => native.test(text))); }`,
      realm,
      { timeout: 250 },
    );
    return JSON.parse(String(answers)) as boolean[];
  } catch (error) {
    // An error of another realm is no Error of this one.
    if ((error as { readonly code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}

/** What generated code runs. */
const generated = (pattern: string) => (isQuick(pattern) ? native(pattern) : linearPattern(pattern));

/** Patterns as public schemas have them: payments, invoices, weather, health, airlines, postal codes. */
const publicPatterns = [
  '[A-Z]{2,2}[0-9]{2,2}[a-zA-Z0-9]{1,30}',
  '[A-Z]{6,6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3,3}){0,1}',
  "([0-9a-zA-Z\\-\\?:\\(\\)\\.,'\\+ ]([0-9a-zA-Z\\-\\?:\\(\\)\\.,'\\+ ]*(/[0-9a-zA-Z\\-\\?:\\(\\)\\.,'\\+ ])?)*)",
  '\\+[0-9]{1,3}-[0-9()+\\-]{1,30}',
  '[\\p{L}\\p{N} ]{1,140}',
  '.*[^\\s].*',
  '[\\s\\S]*\\S[\\s\\S]*',
  '.*\\n',
  '([^\\n]*\\n)*',
  '(\\s*\\S+\\s*)*',
  '(.*\\S.*)+',
  '([a-zA-Z0-9]+)*',
  '([a-zA-Z0-9]+\\s?)*',
  '(a|aa)+',
  '[^@]+@[^@]+\\.[^@]+',
  "[A-Za-z0-9!#-'\\*\\+\\-/=\\?\\^_`\\{-~]+(\\.[A-Za-z0-9!#-'\\*\\+\\-/=\\?\\^_`\\{-~]+)*@[A-Za-z0-9!#-'\\*\\+\\-/=\\?\\^_`\\{-~]+(\\.[A-Za-z0-9!#-'\\*\\+\\-/=\\?\\^_`\\{-~]+)*",
  '(([0-9a-fA-F]{2}:)*[0-9a-fA-F]{2})?',
  '(\\d+(\\.\\d+)?)(,(\\d+(\\.\\d+)?))*',
  '[0-9]{1,18}(\\.[0-9]{1,17})?',
  '\\d{4}-\\d{2}-\\d{2}(Z|[+\\-]\\d{2}:\\d{2})?',
  '(GIR 0AA)|((([A-Z-[QVX]][0-9][0-9]?)|(([A-Z-[QVX]][A-Z-[IJZ]][0-9][0-9]?)|(([A-Z-[QVX]][0-9][A-HJKSTUW])|([A-Z-[QVX]][A-Z-[IJZ]][0-9][ABEHMNPRVWXY])))) [0-9][A-Z-[CIKMOV]]{2})',
  '(\\i\\c*\\s)*\\i\\c*',
  '[A-HJ-NPR-Z0-9]{17}',
  '.{1,4000}',
  '[\\s\\S]{0,2000}',
  "(\\p{L}+[ \\-'’]?)+",
  "urn:[a-z0-9][a-z0-9\\-]{0,31}:([a-z0-9()+,\\-.:=@;$_!*']|%[0-9a-f]{2})+",
  '(http|https)://([^/]+/)*[^/]*',
] as const;

/** Texts that keep an engine busy which tries one way after the other: long runs, and an end that fits nothing. */
function evilTexts(length: number): string[] {
  const units = ['a', 'A', '0', ' ', '\n', 'a ', 'aA0', 'a.', '0.', 'a@', '00:', '/a', 'a\n', 'ж', '%0a', "'", '1,'];
  return units.flatMap((unit) => {
    const run = unit.repeat(length / unit.length);
    return [run, `${run}\n`, `${run}!`, `${run}\u0000`, `urn:a:${run}{`, `x${run}\n\n`, `http://${run}\n`];
  });
}

describe('an automaton of a pattern', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '[\\s-[ ]]', '\\p{Lu}', '1', ' ', '\\n');
  const quantifier = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '{0,2}', '{2,}');
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.tuple(atom, quantifier).map((parts) => parts.join('')),
      fc.array(tie('pattern'), { maxLength: 3 }).map((parts) => parts.join('')),
      fc
        .tuple(fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }), quantifier)
        .map(([parts, count]) => `(${parts.join('|')})${count}`),
    ),
  }));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', ' ', '\n', 'Ж', '😀'), maxLength: 8 });

  it('takes what the engine of JavaScript takes, and nothing else', () => {
    let compared = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 10 }), (source, texts) => {
        const theirs = nativeAnswers(source, texts);
        if (theirs === undefined) return;
        compared += 1;
        const ours = linearPattern(source);
        expect(
          texts.map((one) => ours.test(one)),
          `${source} of ${JSON.stringify(texts)}`,
        ).toEqual(theirs);
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(2_900);
  });

  it('takes what the pattern is made for, again and again', () => {
    for (const source of publicPatterns) {
      const ours = linearPattern(source);
      const theirs = native(source);
      for (const one of [
        '',
        'UA12345',
        'CITYGB2LXXX',
        'a b',
        'a@b.c',
        'SW1A 1AA',
        '00:ff',
        'x\n',
        '1.5,2',
        'urn:ab:c',
        'http://a/b/c',
        '+380-44',
      ]) {
        for (let time = 0; time < 2; time += 1) expect(ours.test(one), `${source} of ${one}`).toBe(theirs.test(one));
      }
    }
  });

  it('is given up where it would be too large, and so is what is no pattern', () => {
    expect(statesOf('(a{0,100}){0,100}')).toBeUndefined();
    expect(statesOf('((a{99}){99}){99}')).toBeUndefined();
    expect(statesOf('(a')).toBeUndefined();
    expect(statesOf('a{1,500}')).toBeLessThan(1_500);
  });

  it('goes on after more characters and sets of states than it keeps', () => {
    const every = linearPattern('(\\p{L}|\\P{L})*(a.{12})');
    const letters = Array.from({ length: 30_000 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 20_000))).join('');
    expect(every.test(`${letters}a${'x'.repeat(12)}`)).toBe(true);
    expect(every.test(`${letters}a${'x'.repeat(13)}`)).toBe(false);
  });
});

describe('the time that a pattern takes', () => {
  it.each(publicPatterns)('%s is by the length of the text: 80,000 characters in half a second at the most', (pattern) => {
    expect(statesOf(pattern)).toBeDefined();
    const ran = generated(pattern);
    for (const text of evilTexts(80_000)) {
      expect(
        cpuMs(() => ran.test(text)),
        JSON.stringify(text.slice(0, 10) + text.slice(-3)),
      ).toBeLessThan(500);
    }
  });

  it('is bounded even where almost every place of the text needs another set of states', () => {
    const ran = linearPattern('(a|b)*a(a|b){400}(c|(a?b?){30})*');
    const text = Array.from({ length: 80_000 }, (_, index) => ((index * index) % 7 < 3 ? 'a' : 'b')).join('');
    expect(cpuMs(() => ran.test(text))).toBeLessThan(1_000);
  });
});
