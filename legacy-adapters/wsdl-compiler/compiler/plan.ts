import { type ExpandedName, FIRST_NAME } from '#legacy-adapters/xml/names.ts';
import type { Diagnostics } from '../schema/diagnostics.ts';
import type { AttributeUse, ComplexType, ElementUse, Model, TypeRef, Wildcard } from '../schema/model.ts';
import { Identifiers, key, quoted, typeIdentifier, uniqueProperty } from './identifiers.ts';
import { contentOf, type Field, Shapes } from './shape.ts';
import { SimpleSource } from './simple-source.ts';

export interface PlannedAttribute {
  readonly use: AttributeUse;
  readonly property: string;
}

/** One complex type, with everything decided that code for it needs. */
export interface PlannedType {
  readonly type: ComplexType;
  readonly identifier: string;
  /** It has a base or types derived from it, so its values say what they are. */
  readonly tagged: boolean;
  /** Types that may stand where it is asked for, itself among them unless it is abstract; empty when it stands alone. */
  readonly concrete: readonly PlannedType[];
  readonly attributes: readonly PlannedAttribute[];
  readonly fields: readonly Field[];
}

/** Decides names and shapes for a whole model, once, before any code is written. */
export class Plan {
  readonly model: Model;
  readonly simple: SimpleSource;
  readonly types: readonly PlannedType[];
  readonly names: ExpandedName[] = [];
  readonly diagnostics: Diagnostics;
  private readonly byKey = new Map<string, PlannedType>();
  private readonly ids = new Map<ExpandedName, number>();
  private readonly prefixes = new Map<string, string>();
  private readonly long = new Set<string>();

  constructor(model: Model, diagnostics: Diagnostics) {
    this.model = model;
    this.diagnostics = diagnostics;
    const identifiers = new Identifiers();
    this.simple = new SimpleSource(model, diagnostics, identifiers);
    const shapes = new Shapes(diagnostics);
    const derived = derivedTypes(model);
    const planned: (PlannedType & { concrete: PlannedType[] })[] = [];
    // Those with a name of their own first, so that an anonymous one never takes it.
    const types = [...model.complexTypes.values()];
    for (const type of [...types.filter(({ name }) => name !== undefined), ...types.filter(({ name }) => name === undefined)]) {
      const taken = new Set<string>();
      const fields = type.content.kind === 'elements' ? shapes.fields(type.content.particle, taken) : this.flat(type, shapes, taken);
      const attributes = type.attributes.map((use) => ({ use, property: attributeProperty(use, taken) }));
      const identifier = identifiers.take(typeIdentifier(type.label));
      const entry = { type, identifier, tagged: type.base !== undefined || derived.has(type.key), concrete: [], attributes, fields };
      planned.push(entry);
      this.byKey.set(type.key, entry);
    }
    for (const entry of planned) {
      const family = descendants(entry.type.key, derived)
        .flatMap((name) => this.byKey.get(name) ?? [])
        // An anonymous type has no name that xsi:type could say.
        .filter(({ type }) => type.name !== undefined);
      if (family.length > 1 || entry.type.abstract) entry.concrete.push(...family.filter(({ type }) => !type.abstract));
    }
    this.types = planned;
    this.findLong();
    for (const name of model.simpleTypes.keys()) this.simple.define(name);
  }

  /** Whether there may be many elements with elements of their own somewhere inside, so that reading it may take long. */
  isLong(typeKey: string): boolean {
    return [this.planned(typeKey), ...this.planned(typeKey).concrete].some(({ type }) => this.long.has(type.key));
  }

  private findLong(): void {
    const leads = (element: ElementUse) => element.type.kind === 'complex' && this.isLong(element.type.key);
    for (let before = -1; before !== this.long.size; ) {
      before = this.long.size;
      for (const { type, fields } of this.types) {
        const hasRows = isRepeated(fields) || contentOf(fields).elements.some(leads);
        if (type.content.kind === 'elements' && type.content.particle?.kind !== 'all' && hasRows) this.long.add(type.key);
      }
    }
  }

  planned(typeKey: string): PlannedType {
    const found = this.byKey.get(typeKey);
    if (found === undefined) throw new Error(`no type ${typeKey} was planned`);
    return found;
  }

  id(name: ExpandedName): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.names.length + FIRST_NAME;
    this.names.push(name);
    this.ids.set(name, id);
    return id;
  }

  /** The name as encoders write it; its prefix is declared on the root. */
  tag(name: ExpandedName): string {
    const end = name.lastIndexOf('}');
    const namespace = name.slice(1, end);
    const local = name.slice(end + 1);
    if (namespace === '') return local;
    if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${local}`;
    return `${this.prefix(namespace)}:${local}`;
  }

  prefix(namespace: string): string {
    const known = this.prefixes.get(namespace);
    if (known !== undefined) return known;
    const prefix = `n${this.prefixes.size}`;
    this.prefixes.set(namespace, prefix);
    return prefix;
  }

  get declarations(): ReadonlyMap<string, string> {
    return this.prefixes;
  }

  /** The TypeScript type of what a reference leads to. */
  typeOf(ref: TypeRef, prefix: string): string {
    if (ref.kind === 'any') return 'XmlTree';
    if (ref.kind === 'simple') return this.simple.type(ref.type, prefix);
    return `${prefix}${this.referred(ref.key)}`;
  }

  /** `AnyCard` where values of several types may stand, else the type itself. */
  referred(typeKey: string): string {
    const { identifier, concrete } = this.planned(typeKey);
    return concrete.length > 0 ? `Any${identifier}` : identifier;
  }

  elementType(element: ElementUse, prefix: string): string {
    const type = element.fixed !== undefined && this.isLiteral(element.type) ? quoted(element.fixed) : this.typeOf(element.type, prefix);
    return element.nillable ? `${type} | null` : type;
  }

  /** The type of a field's value where it is there. */
  fieldType(field: Field, prefix: string): string {
    const one = this.oneOf(field, prefix);
    return field.max > 1 ? `readonly ${/[|&]/.test(one) ? `(${one})` : one}[]` : one;
  }

  /** `readonly a: A; readonly b?: B | undefined` */
  properties(fields: readonly Field[], prefix: string): string[] {
    return fields.map((field) => {
      const optional = field.min === 0 && field.max === 1;
      return `readonly ${key(field.property)}${optional ? '?' : ''}: ${this.fieldType(field, prefix)}${optional ? ' | undefined' : ''};`;
    });
  }

  private oneOf(field: Field, prefix: string): string {
    switch (field.kind) {
      case 'element':
        return this.elementType(field.element, prefix);
      case 'any':
        return 'XmlTree';
      case 'group':
        return `{ ${this.properties(field.fields, prefix).join(' ')} }`;
      case 'choice':
        return field.branches
          .map((branch) => `{ readonly kind: ${quoted(branch.label)}; readonly value: ${this.fieldType(branch.field, prefix)} }`)
          .join(' | ');
    }
  }

  isLiteral(type: TypeRef): boolean {
    return type.kind === 'simple' && this.simple.root(type.type) === 'string';
  }

  /** Mixed content is an array of texts and elements in their order, so its elements need no properties. */
  private flat(type: ComplexType, shapes: Shapes, taken: Set<string>): Field[] {
    if (type.content.kind === 'simple') taken.add('value');
    if (type.content.kind !== 'mixed') return [];
    taken.add('content');
    return shapes.fields(type.content.particle, new Set());
  }
}

/** The elements that mixed content may hold, each once. */
export function mixedElements(fields: readonly Field[]): { elements: ElementUse[]; wildcards: Wildcard[] } {
  const { elements, wildcards } = contentOf(fields);
  return { elements: [...new Map(elements.map((element) => [element.name, element])).values()], wildcards };
}

function isRepeated(fields: readonly Field[]): boolean {
  return fields.some((field) => {
    if (field.kind === 'any') return false;
    const inner = field.kind === 'element' ? [] : field.kind === 'group' ? field.fields : field.branches.map((branch) => branch.field);
    const rows = field.kind === 'element' ? field.element.type.kind === 'complex' : true;
    return (rows && field.max > 1) || isRepeated(inner);
  });
}

function attributeProperty({ name }: AttributeUse, taken: Set<string>): string {
  const local = name.slice(name.lastIndexOf('}') + 1);
  return uniqueProperty(taken.has(local) ? `${local}Attribute` : local, taken);
}

function derivedTypes(model: Model): Map<string, string[]> {
  const derived = new Map<string, string[]>();
  for (const { key: name, base } of model.complexTypes.values()) {
    if (base !== undefined) derived.set(base, [...(derived.get(base) ?? []), name]);
  }
  return derived;
}

function descendants(typeKey: string, derived: ReadonlyMap<string, readonly string[]>): string[] {
  return [typeKey, ...(derived.get(typeKey) ?? []).flatMap((inner) => descendants(inner, derived))];
}
