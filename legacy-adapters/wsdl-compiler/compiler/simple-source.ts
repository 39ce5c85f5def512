import { whiteSpace } from '#legacy-adapters/xml/codec/facets.ts';
import { double, integerDigitsMax } from '#legacy-adapters/xml/codec/numbers.ts';
import { digitsOf } from '#legacy-adapters/xml/codec/numerals.ts';
import type { Scalar } from '#legacy-adapters/xml/codec/scalar.ts';
import * as scalars from '#legacy-adapters/xml/codec/scalars.ts';
import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import { statesMax, statesOf } from '#legacy-adapters/xml/pattern/automaton.ts';
import { isQuick } from '#legacy-adapters/xml/pattern/backtracking.ts';
import { translatePattern } from '#legacy-adapters/xml/pattern/syntax.ts';
import { decimalDigitsMax } from '#platform/decimal.ts';
import type { Diagnostics, Place } from '../schema/diagnostics.ts';
import type { Facets, Model, SimpleType } from '../schema/model.ts';
import { type Identifiers, quoted, typeIdentifier } from './identifiers.ts';

const numbers = new Set(['int', 'short', 'byte', 'unsignedInt', 'unsignedShort', 'unsignedByte', 'float', 'double']);
const plural = new Set(['NMTOKENS', 'IDREFS', 'ENTITIES']);
const undated = new Set(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive']);

/** Makes the scalars of a schema: their TypeScript types, and the expressions that read and write them. */
export class SimpleSource {
  /** Declarations in an order in which each stands after those it uses. */
  readonly declarations: string[] = [];
  readonly typeDeclarations: string[] = [];
  private readonly model: Model;
  private readonly diagnostics: Diagnostics;
  private readonly identifiers: Identifiers;
  private readonly named = new Map<ExpandedName, { readonly constant: string; readonly type: string }>();
  private readonly anonymous = new Map<string, string>();
  private place: Place = { file: '', line: 1 };

  constructor(model: Model, diagnostics: Diagnostics, identifiers: Identifiers) {
    this.model = model;
    this.diagnostics = diagnostics;
    this.identifiers = identifiers;
  }

  /** The TypeScript type. `prefix` comes before types that the schema names. */
  type(type: SimpleType, prefix: string): string {
    switch (type.kind) {
      case 'builtin':
        return builtinType(type.name);
      case 'named':
        return `${prefix}${this.define(type.name).type}`;
      case 'list':
        return `readonly ${parenthesised(this.type(type.item, prefix))}[]`;
      case 'union':
        return [...new Set(type.members.map((member) => this.type(member, prefix)))].join(' | ') || 'never';
      case 'restriction': {
        const base = this.type(type.base, prefix);
        const { enumeration } = type.facets;
        return enumeration !== undefined && this.isText(type.base) && !this.isQName(type)
          ? [...new Set(enumeration.map((literal) => this.spelt(type, literal)))].map(quoted).join(' | ')
          : base;
      }
    }
  }

  /** The scalar, as an expression in a file that imports the built-in ones as `s`; `prefix` comes before the schema's own. */
  scalar(type: SimpleType, place: Place, prefix: string): string {
    this.place = place;
    if (type.kind === 'builtin') return `s.${type.name}`;
    if (type.kind === 'named') return `${prefix}${this.define(type.name).constant}`;
    const source = this.source(type, 'anonymous');
    const known = this.anonymous.get(source);
    if (known !== undefined) return `${prefix}${known}`;
    const constant = `anonymous${this.anonymous.size + 1}`;
    this.anonymous.set(source, constant);
    this.declarations.push(`export const ${constant} = ${source};`);
    return `${prefix}${constant}`;
  }

  builtin(type: SimpleType): string | undefined {
    if (type.kind === 'builtin') return type.name;
    return undefined;
  }

  /** The built-in type at the bottom; `undefined` for lists and unions. */
  root(type: SimpleType): string | undefined {
    if (type.kind === 'builtin') return type.name;
    if (type.kind === 'restriction') return this.root(type.base);
    return type.kind === 'named' ? this.root(this.definition(type.name)) : undefined;
  }

  /** A QName, or a restriction of one: its prefix means something only where it stands. */
  isQName(type: SimpleType): boolean {
    const root = this.root(type);
    return root === 'QName' || root === 'NOTATION';
  }

  define(name: ExpandedName): { readonly constant: string; readonly type: string } {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    const type = this.identifiers.take(typeIdentifier(name.slice(name.lastIndexOf('}') + 1)));
    const entry = { constant: `scalar${type}`, type };
    this.named.set(name, entry);
    const { definition, place } = this.model.simpleTypes.get(name) ?? {
      definition: { kind: 'builtin', name: 'string' } as const,
      place: this.place,
    };
    const before = this.place;
    this.place = place;
    const source = this.source(definition, type);
    this.declarations.push(`export const ${entry.constant} = ${source};`);
    this.typeDeclarations.push(`/** ${name} */\nexport type ${type} = ${this.type(definition, '')};`);
    this.place = before;
    return entry;
  }

  private definition(name: ExpandedName): SimpleType {
    return this.model.simpleTypes.get(name)?.definition ?? { kind: 'builtin', name: 'string' };
  }

  private source(type: SimpleType, label: string): string {
    switch (type.kind) {
      case 'builtin':
        return `s.${type.name}`;
      case 'named':
        return this.define(type.name).constant;
      case 'list':
        this.noteQNames([type.item]);
        return `s.list(${quoted(label)}, ${this.member(type.item, label)})`;
      case 'union':
        this.noteQNames(type.members);
        return `s.union<${this.type(type, 't.')}>(${quoted(label)}, [${type.members.map((member) => `${this.member(member, label)} as Scalar<${this.type(type, 't.')}>`).join(', ')}])`;
      case 'restriction': {
        if (this.isQName(type)) return this.source(type.base, label);
        this.checkEnumeration(type.facets, type.base);
        const base = this.type(type.base, 't.');
        const narrow = this.type(type, 't.');
        const generics = narrow === base ? '' : `<${base}, ${narrow}>`;
        return `restricted${generics}(${quoted(label)}, ${this.source(type.base, label)}, { ${this.facets(type.facets, type.base)} })`;
      }
    }
  }

  /** Inside a list or a union a QName is a text: the document that says what its prefix stands for is gone. */
  private noteQNames(types: readonly SimpleType[]): void {
    if (types.some((type) => this.isQName(type)))
      this.diagnostics.warn(
        this.place,
        'a QName in a list or a union is kept as it is written, with its prefix',
        'declare it as an element of its own, if the prefix matters',
      );
  }

  /** A restriction can only choose among the values of its base. */
  private checkEnumeration({ enumeration }: Facets, base: SimpleType): void {
    const allowed = this.isText(base) ? this.enumerationOf(base) : undefined;
    const values = allowed?.map((literal) => this.spelt(base, literal));
    const foreign = values === undefined ? undefined : enumeration?.find((literal) => !values.includes(this.spelt(base, literal)));
    if (foreign !== undefined)
      this.diagnostics.error(this.place, `${foreign} is no value of the enumeration that is restricted`, 'correct the schema');
  }

  /** What a literal of the schema is read into: `01` of an integer into `1`, a token without the blanks around it. */
  private spelt(type: SimpleType, literal: string): string {
    const builtin = (scalars as unknown as Readonly<Record<string, Scalar<string> | undefined>>)[this.root(type) ?? ''];
    const text = whiteSpace(this.whiteSpaceOf(type))(literal);
    return builtin?.parse(text) ?? text;
  }

  private whiteSpaceOf(type: SimpleType): Facets['whiteSpace'] {
    if (type.kind === 'named') return this.whiteSpaceOf(this.definition(type.name));
    return type.kind === 'restriction' ? (type.facets.whiteSpace ?? this.whiteSpaceOf(type.base)) : undefined;
  }

  private enumerationOf(type: SimpleType): readonly string[] | undefined {
    if (type.kind === 'named') return this.enumerationOf(this.definition(type.name));
    return type.kind === 'restriction' ? (type.facets.enumeration ?? this.enumerationOf(type.base)) : undefined;
  }

  private member(type: SimpleType, label: string): string {
    return this.isQName(type) ? 's.token' : this.source(type, label);
  }

  private facets(facets: Facets, base: SimpleType): string {
    const parts: string[] = [];
    for (const [name, value] of Object.entries(facets)) {
      if (name === 'patterns') parts.push(...this.patterns(facets.patterns ?? []));
      else if (name === 'enumeration') parts.push(`enumeration: [${(facets.enumeration ?? []).map(quoted).join(', ')}]`);
      else if (undated.has(name) && !this.isNumeric(base))
        this.diagnostics.warn(
          this.place,
          `xs:${name} of a type that is no number is not checked`,
          'check it in the adapter, if it matters',
        );
      else if (undated.has(name) && !isBound(String(value)))
        this.diagnostics.error(this.place, `xs:${name} is no number`, 'correct the schema');
      else parts.push(`${name}: ${typeof value === 'number' ? value : quoted(String(value))}`);
    }
    this.checkDigits(facets, base);
    return parts.join(', ');
  }

  /** What a schema allows beyond what is read is said here, and not first in an answer that nobody can read. */
  private checkDigits(facets: Facets, base: SimpleType): void {
    if (!this.isNumeric(base) || numbers.has(this.root(base) ?? '')) return;
    const most = this.root(base) === 'decimal' ? decimalDigitsMax : integerDigitsMax;
    const bounds = [facets.minInclusive, facets.maxInclusive, facets.minExclusive, facets.maxExclusive];
    const digits = bounds.map((bound) => digitsOf(bound ?? '')?.whole.length ?? 0);
    const asked = Math.max(facets.totalDigits ?? 0, facets.fractionDigits ?? 0, ...digits);
    if (asked > most)
      this.diagnostics.warn(
        this.place,
        `numbers of up to ${asked} digits are allowed, and those of more than ${most} are refused`,
        'take it for a text, as xs:string, if such numbers come',
      );
  }

  private patterns(steps: readonly (readonly string[])[]): string[] {
    const wrong = steps.flat().find((pattern) => translatePattern(pattern) === undefined);
    if (wrong !== undefined) {
      this.diagnostics.warn(
        this.place,
        `the pattern ${wrong} has no like in JavaScript and is not checked`,
        'check it in the adapter, if it matters',
      );
      return [];
    }
    const large = steps.find((patterns) => !isQuickStep(patterns) && statesOf(patterns.join('|')) === undefined);
    if (large !== undefined) {
      this.diagnostics.warn(
        this.place,
        `the pattern ${large.join('|')} is over ${statesMax} states and is not checked`,
        'give it smaller counts, or a length by xs:maxLength',
      );
      return [];
    }
    return [`patterns: [${steps.map(patternSource).join(', ')}]`];
  }

  private isText(type: SimpleType): boolean {
    const root = this.root(type);
    return root !== undefined && builtinType(root) === 'string';
  }

  private isNumeric(type: SimpleType): boolean {
    const root = this.root(type) ?? '';
    return numbers.has(root) || root === 'decimal' || /nteger$|[lL]ong$/.test(root);
  }
}

/** Alternatives that JavaScript's own engine may try one after the other. */
const alternativesMax = 5;

function isQuickStep(patterns: readonly string[]): boolean {
  return patterns.length <= alternativesMax && patterns.every(isQuick);
}

/** An expression of JavaScript where its engine is soon done, else an automaton, which always is. */
function patternSource(patterns: readonly string[]): string {
  if (isQuickStep(patterns)) return `/${patterns.map(translatePattern).join('|')}/u`;
  return `linearPattern(${quoted(patterns.join('|'))})`;
}

function isBound(text: string): boolean {
  return digitsOf(text) !== undefined || double.parse(text) !== undefined;
}

function builtinType(name: string): string {
  if (numbers.has(name)) return 'number';
  if (name === 'decimal') return 'Decimal';
  if (name === 'boolean') return 'boolean';
  if (name === 'base64Binary' || name === 'hexBinary') return 'Uint8Array';
  return plural.has(name) ? 'readonly string[]' : 'string';
}

function parenthesised(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}
