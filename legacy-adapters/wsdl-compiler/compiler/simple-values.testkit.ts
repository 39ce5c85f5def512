import fc from 'fast-check';
import { restricted } from '#legacy-adapters/xml/codec/facets.ts';
import type { Scalar } from '#legacy-adapters/xml/codec/scalar.ts';
import * as scalars from '#legacy-adapters/xml/codec/scalars.ts';
import { translatePattern } from '#legacy-adapters/xml/pattern/syntax.ts';
import { decimalDigitsMax } from '#platform/decimal.ts';
import type { Facets, Model, SimpleType } from '../schema/model.ts';
import { FacetOracle } from './facet-oracle.testkit.ts';

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

/** What is tried on every restriction. */
const plain = '|A|ab|ABC|ABCD|1|12|123|12.5|0.01|1.5|100|5|0|-1|+7|007|1.50|999999999|true|P1D|2026-01-31| 12 |a  b|1 2|INF|-0'.split('|');

/** Values of the simple types of one model. Which texts stand for one is the oracle's to say, and not the code's under test. */
export class SimpleValues {
  private readonly model: Model;
  private readonly oracle: FacetOracle;
  private readonly known = new Map<SimpleType, Any>();

  constructor(model: Model) {
    this.model = model;
    this.oracle = new FacetOracle(model);
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
    if (this.rootOf(type) === 'QName' || this.rootOf(type) === 'NOTATION') return builtinOf('QName');
    switch (type.kind) {
      case 'builtin':
        return builtinOf(type.name);
      case 'named':
        return this.of(this.definition(type.name));
      default:
        return this.read(type);
    }
  }

  private read(type: SimpleType): Any {
    const scalar = this.scalar(type);
    const texts = this.texts(type).filter((text) => !isTooLong(text) && this.oracle.takes(type, text) !== false);
    const values = texts.map((text) => {
      const value = scalar.parse(text);
      if (value === undefined && this.oracle.takes(type, text) === true)
        throw new Error(`${JSON.stringify(text)} is refused, and is of the type ${JSON.stringify(type)}`);
      return value;
    });
    const fits = values.filter((value) => value !== undefined);
    if (fits.length === 0) throw new Error(`no value fits ${JSON.stringify(type).slice(0, 200)}`);
    return fc.constantFrom(...fits);
  }

  /** Texts that may be of the type, those at its boundaries and just beyond them with the others. */
  texts(type: SimpleType): string[] {
    switch (type.kind) {
      case 'builtin':
        return this.sampled(builtinOf(type.name), 40).flatMap((value) => this.scalar(type).format(value) ?? []);
      case 'named':
        return this.texts(this.definition(type.name));
      case 'list': {
        const items = this.texts(type.item);
        return ['', ...this.sampled(fc.array(fc.constantFrom(...items), { maxLength: 4 }), 40).map((list) => (list as string[]).join(' '))];
      }
      case 'union':
        return type.members.flatMap((member) => this.texts(member));
      case 'restriction':
        return [...new Set([...this.steps(type).flatMap((facets) => this.textsAround(facets)), ...this.texts(rootType(type)), ...plain])];
    }
  }

  private textsAround(facets: Facets): string[] {
    const { enumeration = [], minInclusive, maxInclusive, minExclusive, maxExclusive } = facets;
    const bounds = [minInclusive, maxInclusive, minExclusive, maxExclusive].flatMap((bound) =>
      bound === undefined ? [] : neighboursOf(bound),
    );
    const lengths = [facets.length, facets.minLength, facets.maxLength].flatMap((length) =>
      length === undefined || length > 5_000 ? [] : [length - 1, length, length + 1].flatMap((count) => ofLength(count)),
    );
    const digits = [facets.totalDigits, facets.fractionDigits].flatMap((count) =>
      count === undefined || count > 28 ? [] : ofDigits(count),
    );
    const patterns = (facets.patterns ?? []).flat().flatMap((pattern) => this.matching(pattern));
    return [
      ...enumeration.flatMap((literal) => [literal, ` ${literal}\n`, `${literal}x`, literal.slice(1), `0${literal}`, `${literal}0`]),
      ...bounds,
      ...lengths,
      ...digits,
      ...patterns,
      ...patterns.flatMap((text) => [`${text}x`, text.slice(1), ` ${text}`]),
    ];
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

/** Numbers of so many digits are refused, and the compiler says so. */
export function isTooLong(text: string): boolean {
  return /^\s*[+-]?[\d.]+\s*$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length > decimalDigitsMax;
}

function builtinOf(name: string): Any {
  const values = builtins[name];
  if (values === undefined) throw new Error(`no values of xs:${name} are made yet`);
  return values;
}

/** What a chain of restrictions ends in: a built-in type, a list or a union. */
function rootType(type: SimpleType): SimpleType {
  return type.kind === 'restriction' ? rootType(type.base) : type;
}

/** Of a bound: itself, otherwise spelt, and the nearest on both sides. */
function neighboursOf(bound: string): string[] {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(bound.trim()) ?? [];
  if (whole === '') return [bound];
  const at = (value: bigint, scale: number) => {
    const text = String(value < 0n ? -value : value).padStart(scale + 1, '0');
    return `${value < 0n ? '-' : ''}${text.slice(0, text.length - scale)}${scale === 0 ? '' : `.${text.slice(-scale)}`}`;
  };
  return [fraction.length, fraction.length + 2].flatMap((scale) => {
    const value = BigInt(`${sign}${whole}${fraction.padEnd(scale, '0')}`.replace('+', ''));
    return [value - 1n, value, value + 1n].map((each) => at(each, scale));
  });
}

function ofLength(count: number): string[] {
  return count < 0 ? [] : ['7', 'A', '😀', 'a '].map((unit) => unit.repeat(count).slice(0, unit === 'a ' ? count : undefined));
}

function ofDigits(count: number): string[] {
  const nines = (length: number) => '9'.repeat(Math.max(length, 1));
  return [
    nines(count),
    nines(count + 1),
    `000${nines(count)}`,
    `1.${nines(count)}`,
    `1.${nines(count - 1)}000`,
    `1.${nines(count + 1)}`,
    `-0.${nines(count)}`,
  ];
}
