import { rangeOfBlock } from './unicode-blocks.ts';

/** Multi-character escapes (XML Schema part 2, appendix F.1.1), as what stands in a class of JavaScript. */
const escapes: Readonly<Record<string, string>> = {
  i: '\\p{L}_:',
  c: '\\p{L}\\p{Nd}\\p{M}\\-._:\\u00b7',
  d: '\\p{Nd}',
  s: ' \\t\\n\\r',
};
const notWord = '\\p{P}\\p{Z}\\p{C}';
/** What JavaScript takes for syntax with the flag `u`, inside a class or outside. */
const syntax = /[\\^$.*+?()[\]{}|/-]/;

/** A regular expression of XML Schema, taken apart. It has neither look-around nor references back: it is regular indeed. */
export type PatternNode =
  /** One character; `source` is JavaScript for it with the flag `u`. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  /** `spelt` is the quantifier as it stands in the pattern; `max` may be Infinity. */
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number; readonly spelt: string };

/** Levels of groups in groups. */
const depthMax = 100;

/** The pattern taken apart, or `undefined` when it is none or uses a block of Unicode that is not in our table (part 2, appendix F). */
export function parsePattern(pattern: string): PatternNode | undefined {
  try {
    const node = new Parser(pattern).whole();
    new RegExp(javascriptOf(node), 'u');
    return node;
  } catch {
    return undefined;
  }
}

/**
 * The pattern as one of JavaScript with the flag `u`, or `undefined` as above. What JavaScript's classes have not, subtraction and
 * complements inside a class, becomes look-ahead and alternatives.
 */
export function translatePattern(pattern: string): string | undefined {
  const node = parsePattern(pattern);
  return node && javascriptOf(node);
}

export function javascriptOf(node: PatternNode): string {
  return `^(?:${sourceOf(node)})$`;
}

function sourceOf(node: PatternNode): string {
  switch (node.kind) {
    case 'character':
      return node.source;
    case 'sequence':
      return node.parts.map((part) => (part.kind === 'choice' ? grouped(part) : sourceOf(part))).join('');
    case 'choice':
      return node.branches.map(sourceOf).join('|');
    case 'repeat':
      return `${node.part.kind === 'character' ? sourceOf(node.part) : grouped(node.part)}${node.spelt}`;
  }
}

/** Capturing groups would cost time and say nothing. */
function grouped(node: PatternNode): string {
  return `(?:${sourceOf(node)})`;
}

class Parser {
  private readonly source: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(pattern: string) {
    this.source = [...pattern];
  }

  whole(): PatternNode {
    const node = this.choice();
    if (this.at < this.source.length) throw new SyntaxError('a group that ends before it begins');
    return node;
  }

  private choice(): PatternNode {
    this.depth += 1;
    if (this.depth > depthMax) throw new SyntaxError('too many groups in groups');
    const branches = [this.sequence()];
    while (this.peek() === '|') {
      this.at += 1;
      branches.push(this.sequence());
    }
    this.depth -= 1;
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: 'choice', branches };
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek()) parts.push(this.piece());
    return { kind: 'sequence', parts };
  }

  private piece(): PatternNode {
    const part = this.atom();
    const begin = this.at;
    const next = this.peek();
    if (next !== '?' && next !== '*' && next !== '+' && next !== '{') return part;
    this.at += 1;
    const [min, max] = next === '{' ? this.quantity() : next === '?' ? [0, 1] : [next === '*' ? 0 : 1, Number.POSITIVE_INFINITY];
    return { kind: 'repeat', part, min, max, spelt: this.source.slice(begin, this.at).join('') };
  }

  /** After `{`: `3}`, `3,}` or `3,7}`. */
  private quantity(): [min: number, max: number] {
    const end = this.source.indexOf('}', this.at);
    const parts = /^(\d{1,6})(?:(,)(\d{1,6})?)?$/.exec(this.source.slice(this.at, end).join(''));
    if (parts === null || end === -1) throw new SyntaxError('a quantity that is none');
    this.at = end + 1;
    const min = Number(parts[1]);
    const max = parts[2] === undefined ? min : parts[3] === undefined ? Number.POSITIVE_INFINITY : Number(parts[3]);
    if (max < min) throw new SyntaxError('a quantity of more than its most');
    return [min, max];
  }

  private atom(): PatternNode {
    const character = this.take();
    if (character === '\\') return { kind: 'character', source: classOf(this.escape()) };
    if (character === '[') return { kind: 'character', source: this.group() };
    if (character === '.') return { kind: 'character', source: '[^\\n\\r]' };
    if (/[\]?*+{}]/.test(character)) throw new SyntaxError('what stands for no character');
    if (character === '(') {
      const inner = this.choice();
      if (this.take() !== ')') throw new SyntaxError('a group without an end');
      return { kind: 'sequence', parts: [inner] };
    }
    return { kind: 'character', source: quotedCharacter(character) };
  }

  /** A class, after its `[`. */
  private group(): string {
    const negative = this.peek() === '^';
    if (negative) this.at += 1;
    const parts: Part[] = [];
    let subtracted: string | undefined;
    for (let first = true; this.peek() !== ']'; first = false) {
      if (this.peek() === '-' && this.source[this.at + 1] === '[' && !first) {
        this.at += 2;
        subtracted = this.group();
        if (this.peek() !== ']') throw new SyntaxError('something after a subtracted class');
      } else parts.push(this.range());
    }
    this.at += 1;
    const inside = parts.flatMap((part) => ('set' in part ? [part.set] : [])).join('');
    const complements = parts.flatMap((part) => ('except' in part ? [part] : []));
    const whole = complements.length === 0 && inside !== '' ? { set: inside } : undefined;
    const alternatives = [...(inside === '' ? [] : [`[${inside}]`]), ...complements.map(classOf)].join('|');
    const positive = whole === undefined ? `(?:${alternatives})` : `[${inside}]`;
    const matched = !negative ? positive : whole === undefined ? `(?:(?!${positive})[^])` : `[^${inside}]`;
    return subtracted === undefined ? matched : `(?:(?!${subtracted})${matched})`;
  }

  private range(): Part {
    const from = this.single();
    if (typeof from !== 'string') return from;
    const isRange = this.peek() === '-' && this.source[this.at + 1] !== ']' && this.source[this.at + 1] !== '[';
    if (!isRange) return { set: quotedInClass(from) };
    this.at += 1;
    const to = this.single();
    if (typeof to !== 'string') throw new SyntaxError('a range that ends with a class');
    return { set: `${quotedInClass(from)}-${quotedInClass(to)}` };
  }

  /** A character, or what an escape stands for. */
  private single(): string | Part {
    const character = this.take();
    if (character !== '\\') return character;
    const escaped = this.escape();
    return 'character' in escaped ? escaped.character : escaped;
  }

  /** After a backslash. */
  private escape(): Part | { readonly character: string } {
    const letter = this.take();
    const control = { n: '\n', r: '\r', t: '\t' }[letter];
    if (control !== undefined) return { character: control };
    if (letter === 'p' || letter === 'P') return this.property(letter === 'p');
    if (letter === 'w') return { except: notWord };
    if (letter === 'W') return { set: notWord };
    const known = escapes[letter.toLowerCase()];
    if (known !== undefined && /[a-zA-Z]/.test(letter)) return letter === letter.toLowerCase() ? { set: known } : { except: known };
    if (/[a-zA-Z\d]/.test(letter)) throw new SyntaxError('an escape that XML Schema has not');
    return { character: letter };
  }

  private property(positive: boolean): Part {
    const end = this.source.indexOf('}', this.at);
    const name = this.source.slice(this.at + 1, end).join('');
    if (this.peek() !== '{' || end === -1) throw new SyntaxError('a property without a name');
    this.at = end + 1;
    if (!name.startsWith('Is')) {
      if (!/^[A-Z][a-z]?$/.test(name)) throw new SyntaxError('no property of Unicode');
      return positive ? { set: `\\p{${name}}` } : { set: `\\P{${name}}` };
    }
    const range = rangeOfBlock(name.slice(2));
    if (range === undefined) throw new SyntaxError('a block that is not in our table');
    return positive ? { set: range } : { except: range };
  }

  private peek(): string | undefined {
    return this.source[this.at];
  }

  private take(): string {
    const character = this.source[this.at];
    if (character === undefined) throw new SyntaxError('a pattern that ends too early');
    this.at += 1;
    return character;
  }
}

/** Characters of a class, or all but them. */
type Part = { readonly set: string } | { readonly except: string };

function classOf(part: Part | { readonly character: string }): string {
  if ('character' in part) return quotedCharacter(part.character);
  return 'set' in part ? `[${part.set}]` : `[^${part.except}]`;
}

function quotedCharacter(character: string): string {
  if (character === '\n' || character === '\r' || character === '\t') return { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  // A hyphen may be escaped inside a class only.
  return syntax.test(character) && character !== '-' ? `\\${character}` : character;
}

function quotedInClass(character: string): string {
  return character === '-' ? '\\-' : quotedCharacter(character);
}
