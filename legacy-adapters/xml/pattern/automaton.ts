import { type PatternNode, parsePattern } from './syntax.ts';

/** States of an automaton; a count such as {1,500} needs one for each time. */
export const statesMax = 10_000;
/**
 * Steps over one text, of some ten nanoseconds each: a tenth of a second. A character takes one where what it leads to is kept
 * from before, and as many as `visitSteps` for each state that is looked at where not.
 */
const stepsMax = 8_000_000;
const visitSteps = 8;
/** What is kept at the most: sets of states, the states in them, and characters. */
const kept = { sets: 2_000, states: 500_000, characters: 5_000 };

/** What a state does: it takes a character of a class, goes on to one or two others for nothing, or ends. */
type State =
  | { readonly kind: 'take'; readonly set: number; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

/** States in which the automaton may be at one time, and where a character of each class leads from there. */
interface StateSet {
  readonly takes: readonly number[];
  readonly ends: boolean;
  readonly next: (StateSet | undefined)[];
}

/** The automaton of a pattern, or `undefined` when the pattern is none or has too many states. */
export function statesOf(pattern: string): number | undefined {
  const node = parsePattern(pattern);
  try {
    return node && new Automaton(node).size;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * A pattern of XML Schema as what takes time by the length of the text, whatever the two are: Thompson's construction, run over
 * all its states at once, with the sets of states kept (R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007).
 * JavaScript's own engine tries one way after the other, which takes time by the square of the text or worse.
 */
export function linearPattern(pattern: string): { test(text: string): boolean } {
  const node = parsePattern(pattern);
  if (node === undefined) throw new Error(`no pattern of XML Schema: ${pattern}`);
  return new Automaton(node);
}

class Automaton {
  private readonly states: State[] = [];
  private readonly sets: RegExp[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly start: number;
  private first: StateSet | undefined;
  private known = new Map<string, StateSet>();
  private knownStates = 0;
  /** For each character that was met, the number of its class: those that the same sets take are of one class. */
  private characters = new Map<number, number>();
  private classes = new Map<string, { readonly number: number; readonly sets: ReadonlySet<number> }>();
  private members: ReadonlySet<number>[] = [];
  private steps = 0;

  constructor(node: PatternNode) {
    const end = this.add({ kind: 'end' });
    this.start = this.build(node, end);
  }

  get size(): number {
    return this.states.length;
  }

  /** False also where the text would take too long, which is refused like any other that does not match. */
  test(text: string): boolean {
    this.steps = 0;
    this.first ??= this.closure([this.start]);
    let at = this.first;
    for (let index = 0; index < text.length; index += 1) {
      const character = text.codePointAt(index) ?? 0;
      if (character > 0xffff) index += 1;
      const number = this.characters.get(character) ?? this.classify(character);
      at = at.next[number] ?? this.advance(at, number);
      this.steps += 1;
      if (this.steps > stepsMax || (at.takes.length === 0 && !at.ends)) return false;
    }
    return at.ends;
  }

  private add(state: State): number {
    if (this.states.length >= statesMax) throw new RangeError(`a pattern of over ${statesMax} states`);
    return this.states.push(state) - 1;
  }

  /** Adds what reads `node` and then goes on at `next`; answers with where it begins. */
  private build(node: PatternNode, next: number): number {
    switch (node.kind) {
      case 'character':
        return this.add({ kind: 'take', set: this.setOf(node.source), next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => this.build(part, after), next);
      case 'choice':
        return this.add({ kind: 'fork', next: node.branches.map((branch) => this.build(branch, next)) });
      case 'repeat':
        return this.repeat(node, next);
    }
  }

  private repeat({ part, min, max }: PatternNode & { readonly kind: 'repeat' }, next: number): number {
    let at = next;
    if (Number.isFinite(max)) {
      for (let count = min; count < max; count += 1) at = this.add({ kind: 'fork', next: [this.build(part, at), next] });
    } else {
      const ways = [next];
      at = this.add({ kind: 'fork', next: ways });
      ways.push(this.build(part, at));
    }
    for (let count = 0; count < min; count += 1) at = this.build(part, at);
    return at;
  }

  private setOf(source: string): number {
    const known = this.numbers.get(source);
    if (known !== undefined) return known;
    const number = this.sets.push(new RegExp(`^${source}$`, 'u')) - 1;
    this.numbers.set(source, number);
    return number;
  }

  private classify(character: number): number {
    if (this.characters.size >= kept.characters) this.characters = new Map();
    const text = String.fromCodePoint(character);
    const sets = this.sets.flatMap((set, index) => (set.test(text) ? [index] : []));
    this.steps += this.sets.length * visitSteps;
    const key = sets.join(' ');
    let found = this.classes.get(key);
    if (found === undefined) {
      found = { number: this.classes.size, sets: new Set(sets) };
      this.classes.set(key, found);
      this.members[found.number] = found.sets;
    }
    this.characters.set(character, found.number);
    return found.number;
  }

  private advance(from: StateSet, number: number): StateSet {
    const sets = this.members[number];
    const next: number[] = [];
    for (const index of from.takes) {
      const state = this.states[index];
      if (state?.kind === 'take' && sets?.has(state.set)) next.push(state.next);
    }
    this.steps += from.takes.length * visitSteps;
    const to = this.closure(next);
    from.next[number] = to;
    return to;
  }

  /** All states that are reached from these for nothing. */
  private closure(from: readonly number[]): StateSet {
    const seen = new Set<number>();
    const waiting = [...from];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (seen.has(index)) continue;
      seen.add(index);
      const state = this.states[index];
      if (state?.kind === 'fork') waiting.push(...state.next);
    }
    this.steps += seen.size * visitSteps;
    const takes = [...seen].filter((index) => this.states[index]?.kind === 'take').sort((a, b) => a - b);
    const ends = [...seen].some((index) => this.states[index]?.kind === 'end');
    const key = `${takes.join(' ')}${ends ? ' end' : ''}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= kept.sets || this.knownStates >= kept.states) {
      this.known = new Map();
      this.knownStates = 0;
      this.first = undefined;
    }
    const set: StateSet = { takes, ends, next: [] };
    this.known.set(key, set);
    this.knownStates += takes.length;
    return set;
  }
}
