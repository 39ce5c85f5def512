import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import { builtinNamed, type Component, type Components } from './components.ts';
import type { SchemaDocument } from './loader.ts';
import type { Facets, NamedSimpleType, SimpleType } from './model.ts';
import { childOf, type SchemaNode, schemaChildren } from './node.ts';

const text: SimpleType = { kind: 'builtin', name: 'string' };
const numeric = ['length', 'minLength', 'maxLength', 'totalDigits', 'fractionDigits'];
const bounds = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'];

/** Reads simple types (XML Schema part 2). */
export class SimpleTypes {
  readonly named = new Map<ExpandedName, NamedSimpleType>();
  private readonly components: Components;
  private readonly open = new Set<ExpandedName>();

  constructor(components: Components) {
    this.components = components;
  }

  /** The simple type of that name, or `undefined` when the name stands for a complex one or for nothing. */
  get(name: ExpandedName): SimpleType | undefined {
    const builtin = builtinNamed(name);
    if (builtin !== undefined) return { kind: 'builtin', name: builtin };
    const component = this.components.get('type', name);
    if (component?.node.local !== 'simpleType') return undefined;
    this.define(component);
    return { kind: 'named', name };
  }

  /** As `get`, for a place where only a simple type may be named. */
  referred(qualified: string, node: SchemaNode, document: SchemaDocument): SimpleType {
    const name = this.components.resolve(qualified, node, document);
    const type = this.get(name);
    if (type !== undefined) return type;
    const wayOut = 'import the schema that declares it, with a location on disk';
    if (this.components.isForeign(name))
      this.components.diagnostics.warn(node, `${name} is of a standard whose schema is not there, and is taken for text`, wayOut);
    else this.components.diagnostics.error(node, `there is no simple type ${name}`, wayOut);
    return text;
  }

  /** An `xs:simpleType`, named or not. */
  read(node: SchemaNode, document: SchemaDocument): SimpleType {
    const list = childOf(node, 'list');
    const union = childOf(node, 'union');
    const restriction = childOf(node, 'restriction');
    if (list !== undefined) return { kind: 'list', item: this.typeNamed(list, 'itemType', document) };
    if (union !== undefined) return this.union(union, document);
    if (restriction !== undefined) return this.restriction(restriction, this.typeNamed(restriction, 'base', document));
    this.components.diagnostics.error(node, 'a simple type that says nothing', 'give it a restriction, a list or a union');
    return text;
  }

  /** `base` narrowed by the facets that stand in `node`. */
  restriction(node: SchemaNode, base: SimpleType): SimpleType {
    const facets: Record<string, unknown> = {};
    const enumeration: string[] = [];
    const patterns: string[] = [];
    for (const facet of schemaChildren(node)) {
      const value = facet.attributes.get('value');
      if (value === undefined) continue;
      if (facet.local === 'enumeration') enumeration.push(value);
      else if (facet.local === 'pattern') patterns.push(value);
      else if (numeric.includes(facet.local)) facets[facet.local] = Number(value);
      else if (bounds.includes(facet.local)) facets[facet.local] = value.trim();
      else if (facet.local === 'whiteSpace') facets.whiteSpace = value;
    }
    if (enumeration.length > 0) facets.enumeration = enumeration;
    if (patterns.length > 0) facets.patterns = [patterns];
    return Object.keys(facets).length === 0 ? base : { kind: 'restriction', base, facets: facets as Facets };
  }

  private define({ name, node, document }: Component): void {
    if (this.named.has(name)) return;
    if (this.open.has(name)) {
      this.components.diagnostics.error(node, `${name} is made of itself`, 'correct the schema');
      return;
    }
    this.open.add(name);
    const definition = this.read(node, document);
    this.open.delete(name);
    this.named.set(name, { name, definition, place: node });
  }

  /** The type that an attribute names or that stands inside. */
  private typeNamed(node: SchemaNode, attribute: string, document: SchemaDocument): SimpleType {
    const qualified = node.attributes.get(attribute);
    if (qualified !== undefined) return this.referred(qualified, node, document);
    const inner = childOf(node, 'simpleType');
    if (inner !== undefined) return this.read(inner, document);
    this.components.diagnostics.error(node, `xs:${node.local} names no type`, `give it ${attribute}, or a type inside`);
    return text;
  }

  private union(node: SchemaNode, document: SchemaDocument): SimpleType {
    const names = (node.attributes.get('memberTypes') ?? '').split(/\s+/).filter((name) => name !== '');
    const inner = schemaChildren(node).filter((child) => child.local === 'simpleType');
    return {
      kind: 'union',
      members: [...names.map((name) => this.referred(name, node, document)), ...inner.map((child) => this.read(child, document))],
    };
  }
}
