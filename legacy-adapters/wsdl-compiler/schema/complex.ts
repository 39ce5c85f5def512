import { AttributeReader, type Attributes } from './attributes.ts';
import { anyType, type Component, type Components, soapArray, splitName } from './components.ts';
import type { SchemaDocument } from './loader.ts';
import { wsdlNamespace } from './loader.ts';
import type { AttributeUse, ComplexType, Content, Particle, SimpleType, TypeRef } from './model.ts';
import { childOf, type SchemaNode, schemaChildren } from './node.ts';
import { type ElementTypes, ParticleReader } from './particles.ts';
import { SimpleTypes } from './simple.ts';

const empty: Content = { kind: 'elements', particle: undefined };
const text: SimpleType = { kind: 'builtin', name: 'string' };

/** Reads complex types (XML Schema part 1, 3.4), each once: a type may hold itself. */
export class ComplexTypes implements ElementTypes {
  readonly all = new Map<string, ComplexType>();
  readonly simple: SimpleTypes;
  readonly particles: ParticleReader;
  private readonly components: Components;
  private readonly attributes: AttributeReader;
  private readonly begun = new Set<string>();
  /** Types that elements name are read after the type that holds the elements, which they may extend. */
  private readonly later: (() => void)[] = [];

  constructor(components: Components) {
    this.components = components;
    this.simple = new SimpleTypes(components);
    this.attributes = new AttributeReader(components, this.simple);
    this.particles = new ParticleReader(components, this);
  }

  typeOf(node: SchemaNode, document: SchemaDocument, label: string): TypeRef {
    const named = node.attributes.get('type');
    if (named !== undefined) return this.named(this.components.resolve(named, node, document), node);
    const simple = childOf(node, 'simpleType');
    if (simple !== undefined) return { kind: 'simple', type: this.simple.read(simple, document) };
    const complex = childOf(node, 'complexType');
    if (complex !== undefined) return this.anonymous(complex, document, label);
    const head = node.attributes.get('substitutionGroup');
    const type = head === undefined ? undefined : this.particles.named(this.components.resolve(head, node, document), node)?.type;
    return type ?? { kind: 'any' };
  }

  named(name: string, from: SchemaNode): TypeRef {
    if (name === anyType) return { kind: 'any' };
    const simple = this.simple.get(name);
    if (simple !== undefined) return { kind: 'simple', type: simple };
    const component = this.components.find('type', name, from);
    if (component === undefined) return { kind: 'any' };
    this.later.push(() => this.define(component));
    return { kind: 'complex', key: name };
  }

  /** Reads all types that were met, and those that they lead to. */
  finish(): void {
    for (let next = this.later.pop(); next !== undefined; next = this.later.pop()) next();
  }

  define({ name, node, document }: Component): void {
    if (node.local === 'complexType') this.read(name, name, splitName(name)[1], node, document);
    else this.simple.get(name);
  }

  private defineNow(name: string): void {
    const component = this.components.get('type', name);
    if (component !== undefined) this.define(component);
  }

  private anonymous(node: SchemaNode, document: SchemaDocument, label: string): TypeRef {
    // A group's types are met wherever the group is; a schema without a namespace of its own stands in several.
    const key = `${node.id} ${document.targetNamespace}`;
    this.later.push(() => this.read(key, undefined, label, node, document));
    return { kind: 'complex', key };
  }

  private read(key: string, name: string | undefined, label: string, node: SchemaNode, document: SchemaDocument): void {
    if (this.begun.has(key)) return;
    this.begun.add(key);
    this.checkChildren(node);
    const abstract = node.attributes.get('abstract') === 'true';
    const rest = this.derived(node, document, label) ?? this.plain(node, document, label);
    this.all.set(key, { key, name, label, abstract, place: node, ...rest });
  }

  /** What XML Schema 1.1 added. */
  private checkChildren(node: SchemaNode): void {
    const { diagnostics } = this.components;
    for (const child of schemaChildren(node)) {
      if (child.local === 'assert')
        diagnostics.warn(child, 'xs:assert of XML Schema 1.1 is not checked', 'check it in the adapter, if it matters');
      if (child.local === 'openContent')
        diagnostics.error(child, 'xs:openContent of XML Schema 1.1 is not supported', 'write xs:any where other elements may stand');
    }
  }

  private plain(node: SchemaNode, document: SchemaDocument, label: string): Derived {
    const { uses, any } = this.attributes.read(node, document);
    const particle = this.particles.content(node, document, label);
    const content: Content = { kind: isMixed(node) ? 'mixed' : 'elements', particle };
    return { base: undefined, attributes: uses, anyAttribute: any, content };
  }

  private derived(node: SchemaNode, document: SchemaDocument, label: string): Derived | undefined {
    const outer = childOf(node, 'simpleContent', 'complexContent');
    const step = outer && childOf(outer, 'extension', 'restriction');
    if (outer === undefined || step === undefined) return undefined;
    const baseName = this.components.resolve(step.attributes.get('base') ?? '', step, document);
    if (baseName === soapArray) return this.array(step, document);
    const own = this.attributes.read(step, document);
    const base = baseName === anyType ? undefined : this.named(baseName, step);
    if (base?.kind === 'any')
      this.components.diagnostics.error(
        step,
        `the base type ${baseName} is not there`,
        'import the schema that declares it, with a location on disk',
      );
    if (base?.kind === 'complex') this.defineNow(base.key);
    const inherited = base?.kind === 'complex' ? this.all.get(base.key) : undefined;
    if (base?.kind === 'complex' && inherited === undefined) {
      this.components.diagnostics.error(step, `${baseName} is derived from itself`, 'correct the schema');
      return undefined;
    }
    const attributes = merged(inherited?.attributes ?? [], own);
    const anyAttribute = own.any ?? (step.local === 'extension' ? inherited?.anyAttribute : undefined);
    const baseKey = base?.kind === 'complex' ? base.key : undefined;
    const content =
      outer.local === 'simpleContent'
        ? this.simpleContent(step, document, base, inherited)
        : this.complexContent(step, outer, node, document, label, inherited);
    return { base: baseKey, attributes, anyAttribute, content };
  }

  private simpleContent(
    step: SchemaNode,
    document: SchemaDocument,
    base: TypeRef | undefined,
    inherited: ComplexType | undefined,
  ): Content {
    const inner = childOf(step, 'simpleType');
    const theirs = base?.kind === 'simple' ? base.type : inherited?.content.kind === 'simple' ? inherited.content.type : undefined;
    const type = inner === undefined ? theirs : this.simple.read(inner, document);
    if (type === undefined)
      this.components.diagnostics.error(step, 'the base of simpleContent has no simple content', 'correct the schema');
    return { kind: 'simple', type: step.local === 'restriction' ? this.simple.restriction(step, type ?? text) : (type ?? text) };
  }

  private complexContent(
    step: SchemaNode,
    outer: SchemaNode,
    node: SchemaNode,
    document: SchemaDocument,
    label: string,
    inherited: ComplexType | undefined,
  ): Content {
    const particle = this.particles.content(step, document, label);
    const kind =
      isMixed(outer) || isMixed(node) || (step.local === 'extension' && inherited?.content.kind === 'mixed') ? 'mixed' : 'elements';
    if (step.local === 'restriction') return { kind, particle };
    const before = inherited?.content ?? empty;
    if (before.kind === 'simple' || before.kind === 'array') {
      if (particle !== undefined)
        this.components.diagnostics.error(step, 'elements cannot be added to simple content', 'correct the schema');
      return before;
    }
    const particles = [before.particle, particle].filter((part) => part !== undefined);
    return { kind, particle: particles.length < 2 ? particles[0] : inOrder(particles, step) };
  }

  /** ArrayOf types of rpc/encoded services: a restriction of soapenc:Array whose wsdl:arrayType names the item's type. */
  private array(step: SchemaNode, document: SchemaDocument): Derived {
    const attribute = childOf(step, 'attribute');
    const spelt = attribute?.attributes.get(`{${wsdlNamespace}}arrayType`);
    const given = this.particles.content(step, document, 'item');
    const declared = given?.kind === 'sequence' && given.particles.length === 1 ? given.particles[0] : undefined;
    const element = declared?.kind === 'element' ? declared.element : undefined;
    const match = /^([^[\]]+)\[\d*\]$/.exec(spelt?.trim() ?? '');
    const item =
      match?.[1] !== undefined && attribute ? this.named(this.components.resolve(match[1], attribute, document), attribute) : element?.type;
    if (item === undefined) {
      this.components.diagnostics.error(
        step,
        'a SOAP array that does not say of what, or of several dimensions',
        'declare wsdl:arrayType="type[]"',
      );
    }
    const content: Content = { kind: 'array', item: item ?? { kind: 'any' }, itemName: element?.name ?? '{}item' };
    return { base: undefined, attributes: [], anyAttribute: undefined, content };
  }
}

type Derived = Pick<ComplexType, 'base' | 'attributes' | 'anyAttribute' | 'content'>;

function isMixed(node: SchemaNode): boolean {
  const mixed = node.attributes.get('mixed')?.trim();
  return mixed === 'true' || mixed === '1';
}

function merged(inherited: readonly AttributeUse[], own: Attributes): AttributeUse[] {
  const replaced = new Set([...own.uses.map(({ name }) => name), ...own.prohibited]);
  return [...inherited.filter(({ name }) => !replaced.has(name)), ...own.uses];
}

function inOrder(particles: readonly Particle[], place: SchemaNode): Particle {
  return { kind: 'sequence', particles, min: 1, max: 1, place };
}
