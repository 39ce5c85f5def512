import { quoted } from '../compiler/identifiers.ts';
import type { Facets, Model, SimpleType } from '../schema/model.ts';
import { derivationOf, fits } from './facets.ts';
import { textsMatching } from './pattern-sample.ts';

/** One value of a simple type: as it is spelt in XML, as generated code has it, and as TypeScript. */
export interface SimpleSample {
  /** `undefined` where it cannot be spelt without what is around it. */
  readonly text: string | undefined;
  readonly value: unknown;
  readonly source: string;
}

const name = 'sample';
const numbers = new Set(['int', 'short', 'byte', 'unsignedInt', 'unsignedShort', 'unsignedByte', 'float', 'double']);
const named = new Set(['Name', 'NCName', 'NMTOKEN', 'ID', 'IDREF', 'ENTITY', 'NOTATION', 'NMTOKENS', 'IDREFS', 'ENTITIES']);
const plural = new Set(['NMTOKENS', 'IDREFS', 'ENTITIES']);
const whole = ['1234', '42', '7', '1', '0', '-1'];

/** Texts of the built-in types, the most telling first: a long beyond what a double holds, text beyond ASCII, an amount with cents. */
const texts: Readonly<Record<string, readonly string[]>> = {
  decimal: ['1234.56', '123.45', '1.50', '0.50', ...whole, '-1.50'],
  integer: ['9007199254740993', ...whole],
  long: ['9007199254740993', ...whole],
  unsignedLong: ['9007199254740993', ...whole],
  positiveInteger: ['9007199254740993', ...whole],
  nonNegativeInteger: ['9007199254740993', ...whole],
  negativeInteger: ['-1'],
  nonPositiveInteger: ['-1', '0'],
  int: whole,
  short: whole,
  byte: ['42', '7', '1', '0', '-1'],
  unsignedInt: whole,
  unsignedShort: whole,
  unsignedByte: ['42', '7', '1', '0'],
  float: ['0.5'],
  double: ['0.5'],
  boolean: ['true', 'false'],
  date: ['2026-03-31'],
  dateTime: ['2026-03-31T09:30:00Z'],
  time: ['09:30:00Z'],
  gYear: ['2026'],
  gYearMonth: ['2026-03'],
  gMonth: ['--03'],
  gMonthDay: ['--03-31'],
  gDay: ['---31'],
  duration: ['P1D'],
  language: ['uk'],
  anyURI: ['urn:sample'],
  base64Binary: ['AQID'],
  hexBinary: ['010203'],
  QName: ['{urn:sample}sample'],
};

/** A value that the type allows, the same at each run; where none is found, one that it may not allow. */
export function simpleSample(type: SimpleType, model: Model): SimpleSample {
  const { bottom, facets } = derivationOf(type, model);
  if (bottom.kind === 'list') {
    const item = simpleSample(bottom.item, model);
    const length = Math.max(1, ...facets.map((step) => step.length ?? step.minLength ?? 1));
    return listOf(Array.from({ length }, () => item));
  }
  if (bottom.kind === 'union') {
    const members = bottom.members.map((member) => simpleSample(member, model));
    const found = members.find(({ text }) => text !== undefined && fits(text, text.length, facets)) ?? members[0];
    return found ?? { text: '', value: '', source: "''" };
  }
  const candidates = candidatesOf(bottom.name, facets);
  const text = candidates.find((candidate) => fits(candidate, lengthOf(bottom.name, candidate), facets)) ?? candidates[0] ?? name;
  return plural.has(bottom.name) ? listOf([typed('NMTOKEN', text)]) : typed(bottom.name, text);
}

/** The sample that a default or a fixed value spells. */
export function spelt(type: SimpleType, text: string, model: Model): SimpleSample {
  const { bottom } = derivationOf(type, model);
  return bottom.kind === 'builtin' ? typed(bottom.name, text) : { text, value: text, source: quoted(text) };
}

function candidatesOf(builtin: string, facets: readonly Facets[]): string[] {
  const enumerated = facets.find(({ enumeration }) => enumeration !== undefined)?.enumeration;
  if (enumerated !== undefined) return [...enumerated];
  const matching = facets.flatMap(({ patterns = [] }) => patterns.flat().flatMap(textsMatching));
  const usual = texts[builtin] ?? (named.has(builtin) ? [name] : textsOfLength(facets));
  const bounds = facets.flatMap(({ minInclusive, maxInclusive, minExclusive, maxExclusive }) => [
    ...[minInclusive, maxInclusive].filter((bound) => bound !== undefined),
    ...(minExclusive === undefined ? [] : [next(minExclusive, 1n)]),
    ...(maxExclusive === undefined ? [] : [next(maxExclusive, -1n)]),
  ]);
  return [...usual, ...matching, ...bounds];
}

function textsOfLength(facets: readonly Facets[]): string[] {
  const shortest = Math.max(0, ...facets.map((step) => step.length ?? step.minLength ?? 0));
  const longest = Math.min(Number.POSITIVE_INFINITY, ...facets.map((step) => step.length ?? step.maxLength ?? Number.POSITIVE_INFINITY));
  return ['Зразок', name, 'UAH', '1', 'А'].map((text) => text.padEnd(shortest, text).slice(0, longest));
}

function next(bound: string, step: bigint): string {
  return /^[+-]?\d+$/.test(bound) ? String(BigInt(bound) + step) : bound;
}

function lengthOf(builtin: string, text: string): number {
  if (builtin === 'base64Binary') return Buffer.from(text, 'base64').length;
  return builtin === 'hexBinary' ? text.length / 2 : [...text].length;
}

function typed(builtin: string, text: string): SimpleSample {
  if (numbers.has(builtin)) return { text, value: Number(text), source: text };
  if (builtin === 'boolean') return { text, value: text === 'true' || text === '1', source: String(text === 'true' || text === '1') };
  if (builtin === 'decimal') return { text, value: text, source: `decimal(${quoted(text)})` };
  if (builtin === 'base64Binary' || builtin === 'hexBinary') {
    const bytes = [...Buffer.from(text, builtin === 'hexBinary' ? 'hex' : 'base64')];
    return { text, value: new Uint8Array(bytes), source: `new Uint8Array([${bytes.join(', ')}])` };
  }
  return { text: builtin === 'QName' ? undefined : text, value: text, source: quoted(text) };
}

function listOf(items: readonly SimpleSample[]): SimpleSample {
  const spellable = items.every(({ text }) => text !== undefined);
  return {
    text: spellable ? items.map(({ text }) => text).join(' ') : undefined,
    value: items.map(({ value }) => value),
    source: `[${items.map(({ source }) => source).join(', ')}]`,
  };
}
