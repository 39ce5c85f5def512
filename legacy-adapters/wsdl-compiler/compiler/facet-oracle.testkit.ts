import { translatePattern } from '#legacy-adapters/xml/pattern/syntax.ts';
import type { Facets, Model, SimpleType } from '../schema/model.ts';

const wholeNumber = /^[+-]?\d+$/;
const lexical: Readonly<Record<string, RegExp>> = {
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  float: /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/,
  double: /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/,
  boolean: /^(true|false|0|1)$/,
  hexBinary: /^([\da-fA-F]{2})*$/,
  base64Binary:
    /^(([A-Za-z\d+/] ?){4})*(([A-Za-z\d+/] ?){3}[A-Za-z\d+/]|([A-Za-z\d+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z\d+/] ?[AQgw] ?= ?=)?$/,
  language: /^[a-zA-Z]{1,8}(-[a-zA-Z\d]{1,8})*$/,
  Name: /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u,
  NCName: /^[\p{L}_][\p{L}\p{N}_.-]*$/u,
  ID: /^[\p{L}_][\p{L}\p{N}_.-]*$/u,
  IDREF: /^[\p{L}_][\p{L}\p{N}_.-]*$/u,
  ENTITY: /^[\p{L}_][\p{L}\p{N}_.-]*$/u,
  NMTOKEN: /^[\p{L}\p{N}_:.-]+$/u,
};
const ranges: Readonly<Record<string, readonly [min: bigint | undefined, max: bigint | undefined]>> = {
  integer: [undefined, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  long: [-(1n << 63n), (1n << 63n) - 1n],
  unsignedLong: [0n, (1n << 64n) - 1n],
  int: [-(1n << 31n), (1n << 31n) - 1n],
  unsignedInt: [0n, (1n << 32n) - 1n],
  short: [-(1n << 15n), (1n << 15n) - 1n],
  unsignedShort: [0n, (1n << 16n) - 1n],
  byte: [-128n, 127n],
  unsignedByte: [0n, 255n],
};
const texts = new Set(['string', 'normalizedString', 'token', 'anyURI', 'anySimpleType']);
const plurals: Readonly<Record<string, string>> = { NMTOKENS: 'NMTOKEN', IDREFS: 'IDREF', ENTITIES: 'ENTITY' };

/** How many times ten a numeral is given in. */
const scale = 60n;

/**
 * Whether a text is of a simple type, by XML Schema 1.0 part 2 alone: the test oracle for generated scalars, of which it uses
 * nothing but the translation of patterns (that one is held against a table of its own). `undefined` where it does not know.
 */
export class FacetOracle {
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  takes(type: SimpleType, given: string): boolean | undefined {
    if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(given)) return false;
    return this.takesNormalized(type, normalized(given, this.whiteSpaceOf(type)));
  }

  private takesNormalized(type: SimpleType, text: string): boolean | undefined {
    switch (type.kind) {
      case 'builtin':
        return isBuiltin(type.name, text);
      case 'named':
        return this.takesNormalized(this.definition(type.name), text);
      case 'list':
        return all(itemsOf(text).map((item) => this.takes(type.item, item)));
      case 'union': {
        const answers = type.members.map((member) => this.takes(member, text));
        return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
      }
      case 'restriction': {
        const base = this.takesNormalized(type.base, text);
        return base === true ? all(this.facetsHold(type, type.facets, text)) : base;
      }
    }
  }

  private facetsHold(type: SimpleType, facets: Facets, text: string): (boolean | undefined)[] {
    const bounded = (bound: string | undefined, isMet: (difference: number) => boolean) => {
      if (bound === undefined) return true;
      const difference = this.difference(type, text, bound);
      return difference === undefined ? undefined : isMet(difference);
    };
    const digits = /^[+-]?0*(\d*?)(?:\.(\d*?)0*)?$/.exec(text);
    const [whole, fraction] = [digits?.[1]?.length ?? 0, digits?.[2]?.length ?? 0];
    const length = this.lengthOf(type, text);
    return [
      facets.enumeration === undefined || facets.enumeration.some((literal) => this.isEqual(type, text, literal)),
      ...(facets.patterns ?? []).map((step) => this.matches(step, text)),
      facets.length === undefined || length === facets.length,
      facets.minLength === undefined || length >= facets.minLength,
      facets.maxLength === undefined || length <= facets.maxLength,
      bounded(facets.minInclusive, (difference) => difference >= 0),
      bounded(facets.maxInclusive, (difference) => difference <= 0),
      bounded(facets.minExclusive, (difference) => difference > 0),
      bounded(facets.maxExclusive, (difference) => difference < 0),
      facets.totalDigits === undefined || whole + fraction <= facets.totalDigits,
      facets.fractionDigits === undefined || fraction <= facets.fractionDigits,
    ];
  }

  private matches(step: readonly string[], text: string): boolean | undefined {
    const sources = step.map((pattern) => translatePattern(pattern));
    return sources.includes(undefined) ? undefined : sources.some((source) => new RegExp(source ?? '', 'u').test(text));
  }

  private isEqual(type: SimpleType, one: string, literal: string): boolean {
    const other = normalized(literal, this.whiteSpaceOf(type));
    const root = this.rootOf(type) ?? '';
    if (root === 'decimal' || root in ranges || root === 'float' || root === 'double') return this.difference(type, one, other) === 0;
    if (root === 'boolean') return /^(true|1)$/.test(one) === /^(true|1)$/.test(other);
    if (root === 'hexBinary') return one.toLowerCase() === other.toLowerCase();
    if (root === 'base64Binary') return one.replaceAll(' ', '') === other.replaceAll(' ', '');
    return one === other;
  }

  private difference(type: SimpleType, one: string, bound: string): number | undefined {
    const root = this.rootOf(type) ?? '';
    if (root === 'float' || root === 'double') {
      const [a, b] = [one, bound.trim()].map((text) => Number(text.replace('INF', 'Infinity')));
      return a === undefined || b === undefined || a === b ? 0 : a - b;
    }
    if (root !== 'decimal' && !(root in ranges)) return undefined;
    const [a, b] = [tenfold(one), tenfold(bound.trim())];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private lengthOf(type: SimpleType, text: string): number {
    const root = this.rootOf(type);
    if (root === undefined || root in plurals) return itemsOf(text).length;
    if (root === 'hexBinary') return text.length / 2;
    if (root === 'base64Binary') return Buffer.from(text, 'base64').length;
    return [...text].length;
  }

  private whiteSpaceOf(type: SimpleType): Facets['whiteSpace'] {
    switch (type.kind) {
      case 'builtin':
        return type.name === 'string' || type.name === 'anySimpleType'
          ? 'preserve'
          : type.name === 'normalizedString'
            ? 'replace'
            : 'collapse';
      case 'named':
        return this.whiteSpaceOf(this.definition(type.name));
      case 'restriction':
        return type.facets.whiteSpace ?? this.whiteSpaceOf(type.base);
      case 'list':
        return 'collapse';
      case 'union':
        return 'preserve';
    }
  }

  /** `undefined` for lists and unions. */
  private rootOf(type: SimpleType): string | undefined {
    if (type.kind === 'builtin') return type.name;
    if (type.kind === 'named') return this.rootOf(this.definition(type.name));
    return type.kind === 'restriction' ? this.rootOf(type.base) : undefined;
  }

  private definition(name: string): SimpleType {
    return this.model.simpleTypes.get(name as `{${string}}${string}`)?.definition ?? { kind: 'builtin', name: 'string' };
  }
}

function isBuiltin(name: string, text: string): boolean | undefined {
  if (texts.has(name)) return true;
  const item = plurals[name];
  if (item !== undefined) return text !== '' && itemsOf(text).every((each) => lexical[item]?.test(each));
  const range = ranges[name];
  if (range === undefined) return lexical[name]?.test(text);
  if (!wholeNumber.test(text)) return false;
  const value = BigInt(text.replace('+', ''));
  return (range[0] === undefined || value >= range[0]) && (range[1] === undefined || value <= range[1]);
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function normalized(text: string, how: Facets['whiteSpace']): string {
  if (how === 'preserve') return text;
  const replaced = text.replace(/[\t\n\r]/g, ' ');
  return how === 'replace' ? replaced : itemsOf(replaced).join(' ');
}

function itemsOf(text: string): string[] {
  return text.split(/[ \t\n\r]/).filter((item) => item !== '');
}

function tenfold(text: string): bigint {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const units = BigInt(`0${whole}${fraction.padEnd(Number(scale), '0')}`);
  return sign === '-' ? -units : units;
}
