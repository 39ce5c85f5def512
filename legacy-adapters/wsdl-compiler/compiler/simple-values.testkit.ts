import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { firstForbidden } from '#legacy-adapters/xml/characters.ts';
import { restricted } from '#legacy-adapters/xml/codec/facets.ts';
import type { Scalar } from '#legacy-adapters/xml/codec/scalar.ts';
import * as scalars from '#legacy-adapters/xml/codec/scalars.ts';
import { translatePattern } from '#legacy-adapters/xml/pattern/syntax.ts';
import type { Facets, Model, SimpleType } from '../schema/model.ts';

type Any = fc.Arbitrary<unknown>;

export const text = fc.string({
  unit: fc.constantFrom('a', 'Ж', ' ', '&', '<', '>', ']', '"', "'", '\n', '\t', '\r', '😀', '7'),
  maxLength: 12,
});
export const name = fc.stringMatching(/^[a-zА-Я_][\w.-]{0,8}$/u);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{0,${length}}$`));
const signed = (length: number) => fc.tuple(fc.constantFrom('', '-'), digits(length)).map(([sign, value]) => sign + value);
const two = (max: number) => fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, '0'));
const date = fc.tuple(fc.integer({ min: 1000, max: 9999 }), two(12), two(28)).map((parts) => parts.join('-'));
const zone = fc.constantFrom('', 'Z', '+02:00', '-11:30');
const bytes = fc.uint8Array({ maxLength: 20 }).map((value) => new Uint8Array(value));
const whole = (min: number, max: number) => fc.integer({ min, max });
const zoned = (value: Any) => fc.tuple(value, zone).map((parts) => parts.join(''));

const builtins: Readonly<Record<string, Any>> = {
  string: text,
  anySimpleType: text,
  normalizedString: text.map((value) => value.replace(/[\t\n\r]/g, ' ')),
  token: name,
  Name: name,
  NCName: name,
  NMTOKEN: name,
  ID: name,
  IDREF: name,
  ENTITY: name,
  anyURI: fc.webUrl(),
  language: fc.constantFrom('uk', 'en-GB'),
  NMTOKENS: fc.array(name, { minLength: 1, maxLength: 3 }),
  IDREFS: fc.array(name, { minLength: 1, maxLength: 3 }),
  ENTITIES: fc.array(name, { minLength: 1, maxLength: 3 }),
  decimal: fc.tuple(signed(20), fc.stringMatching(/^(?:\.\d{1,10})?$/)).map(([integer, fraction]) => integer + fraction),
  integer: signed(35),
  nonPositiveInteger: digits(20).map((value) => `-${value}`),
  negativeInteger: digits(20).map((value) => `-${value}`),
  nonNegativeInteger: fc.oneof(fc.constant('0'), digits(20)),
  positiveInteger: digits(20),
  long: signed(17),
  unsignedLong: digits(18),
  int: whole(-(2 ** 31), 2 ** 31 - 1),
  short: whole(-32768, 32767),
  byte: whole(-128, 127),
  unsignedInt: whole(0, 2 ** 32 - 1),
  unsignedShort: whole(0, 65535),
  unsignedByte: whole(0, 255),
  float: fc.double(),
  double: fc.double(),
  boolean: fc.boolean(),
  date: zoned(date),
  dateTime: fc.tuple(date, zone).map(([day, offset]) => `${day}T10:20:30.5${offset}`),
  time: zoned(fc.constantFrom('10:20:30', '23:59:59.999')),
  gYear: zoned(fc.constantFrom('1999', '2026')),
  gYearMonth: zoned(fc.constantFrom('1999-12', '2026-01')),
  gMonth: zoned(fc.constantFrom('--12')),
  gMonthDay: zoned(fc.constantFrom('--12-31')),
  gDay: zoned(fc.constantFrom('---31')),
  duration: fc.constantFrom('P1D', '-PT1.5S', 'P1Y2M3DT4H5M6S'),
  base64Binary: bytes,
  hexBinary: bytes,
  QName: fc.tuple(fc.constantFrom('', 'urn:q'), name).map(([namespace, local]) => `{${namespace}}${local}`),
  NOTATION: fc.tuple(fc.constantFrom('', 'urn:q'), name).map(([namespace, local]) => `{${namespace}}${local}`),
};

/** Values of the simple types of one model, each of which its type reads back from what it writes. */
export class SimpleValues {
  private readonly model: Model;
  private readonly known = new Map<SimpleType, Any>();

  constructor(model: Model) {
    this.model = model;
  }

  of(type: SimpleType): Any {
    const known = this.known.get(type);
    if (known !== undefined) return known;
    const made = this.made(type);
    this.known.set(type, made);
    return made;
  }

  /** What a default or fixed value of the schema stands for. */
  parse(type: SimpleType, literal: string): unknown {
    return this.rootOf(type) === 'QName' ? literal : this.scalar(type).parse(literal);
  }

  private made(type: SimpleType): Any {
    switch (type.kind) {
      case 'builtin': {
        const values = builtins[type.name];
        if (values === undefined) throw new Error(`no values of xs:${type.name} are made yet`);
        return values;
      }
      case 'named':
        return this.of(this.definition(type.name));
      case 'list':
        return this.fitting(type, [...this.sampled(fc.array(this.of(type.item), { maxLength: 4 }), 40), []]);
      case 'union':
        return this.fitting(type, this.sampled(fc.oneof(...type.members.map((member) => this.of(member))), 60));
      case 'restriction':
        if (this.rootOf(type) === 'QName' || this.rootOf(type) === 'NOTATION') return this.of({ kind: 'builtin', name: 'QName' });
        return this.fitting(type, this.candidates(type));
    }
  }

  /** Those of the candidates that the type itself takes: facets are too many to build values from. */
  private fitting(type: SimpleType, candidates: readonly unknown[]): Any {
    const scalar = this.scalar(type);
    const fits = candidates.filter((value) => {
      const written = scalar.format(value);
      return written !== undefined && firstForbidden(written) === -1 && isDeepStrictEqual(scalar.parse(written), value);
    });
    if (fits.length === 0) throw new Error(`no value fits ${JSON.stringify(type).slice(0, 200)}`);
    return fc.constantFrom(...fits);
  }

  private candidates(type: SimpleType & { readonly kind: 'restriction' }): unknown[] {
    const steps = this.steps(type);
    const isNumber = ['int', 'short', 'byte', 'unsignedInt', 'unsignedShort', 'unsignedByte', 'float', 'double'].includes(
      this.rootOf(type) ?? '',
    );
    const texts = steps.flatMap((facets) => [
      ...(facets.enumeration ?? []),
      ...[facets.minInclusive, facets.maxInclusive].flatMap((bound) => bound ?? []),
      ...[facets.length, facets.minLength, facets.maxLength].flatMap((length) =>
        length === undefined ? [] : ['7', 'A'].map((unit) => unit.repeat(Math.min(length, 5_000))),
      ),
      ...(facets.patterns ?? []).flat().flatMap((pattern) => this.matching(pattern)),
    ]);
    const plain = [
      '',
      'A',
      'ab',
      'ABC',
      'ABCD',
      '1',
      '12',
      '123',
      '12.5',
      '0.01',
      '1.5',
      '100',
      '5',
      '0',
      '-1',
      '999999999',
      'true',
      'P1D',
      '2026-01-31',
    ];
    const read = [...texts, ...plain].flatMap((value) => {
      const parsed = this.scalar(type).parse(value);
      return parsed === undefined ? [] : [parsed];
    });
    const base = this.sampled(this.tried(type.base), 60);
    const amounts = this.sampled(
      fc.tuple(fc.stringMatching(/^[1-9]\d{0,12}$/), two(99)).map((parts) => parts.join('.')),
      10,
    );
    return [...read, ...base, ...amounts, ...(isNumber ? [1, 2, 10, 50, 100, 1000] : [])];
  }

  private tried(type: SimpleType): Any {
    try {
      return this.of(type);
    } catch {
      return fc.constant(undefined);
    }
  }

  private matching(pattern: string): string[] {
    try {
      const source = (translatePattern(pattern) ?? '')
        .replaceAll('\\p{Nd}', '0-9')
        .replaceAll('\\p{L}', 'a-z')
        .replace(/\\p\{\w+\}/g, '');
      return this.sampled(fc.stringMatching(new RegExp(source, 'u')), 20) as string[];
    } catch {
      return [];
    }
  }

  private sampled(values: Any, numRuns: number): unknown[] {
    return fc.sample(values, { numRuns, seed: 20_001 });
  }

  private steps(type: SimpleType): Facets[] {
    if (type.kind === 'named') return this.steps(this.definition(type.name));
    return type.kind === 'restriction' ? [type.facets, ...this.steps(type.base)] : [];
  }

  private rootOf(type: SimpleType): string | undefined {
    if (type.kind === 'builtin') return type.name;
    if (type.kind === 'named') return this.rootOf(this.definition(type.name));
    return type.kind === 'restriction' ? this.rootOf(type.base) : undefined;
  }

  private definition(typeName: string): SimpleType {
    return this.model.simpleTypes.get(typeName as `{${string}}${string}`)?.definition ?? { kind: 'builtin', name: 'string' };
  }

  /** The scalar that the compiler would make of the type. */
  private scalar(type: SimpleType): Scalar<unknown> {
    switch (type.kind) {
      case 'builtin':
        return (scalars as unknown as Record<string, Scalar<unknown>>)[type.name] ?? (scalars.string as Scalar<unknown>);
      case 'named':
        return this.scalar(this.definition(type.name));
      case 'list':
        return scalars.list('list', this.member(type.item)) as Scalar<unknown>;
      case 'union':
        return scalars.union(
          'union',
          type.members.map((member) => this.member(member)),
        );
      case 'restriction': {
        const { patterns, ...facets } = type.facets;
        const sources = (patterns ?? []).map((step) => step.map((pattern) => translatePattern(pattern)));
        const known = sources.flat().every((source) => source !== undefined);
        return restricted('restriction', this.scalar(type.base), {
          ...facets,
          ...(known ? { patterns: sources.map((step) => new RegExp(step.join('|'), 'u')) } : {}),
        });
      }
    }
  }

  private member(type: SimpleType): Scalar<unknown> {
    const root = this.rootOf(type);
    return root === 'QName' || root === 'NOTATION' ? (scalars.token as Scalar<unknown>) : this.scalar(type);
  }
}
