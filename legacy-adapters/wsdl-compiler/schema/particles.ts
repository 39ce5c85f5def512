import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import { readWildcard } from './attributes.ts';
import type { Component, Components } from './components.ts';
import type { SchemaDocument } from './loader.ts';
import type { ElementUse, Occurs, Particle, TypeRef } from './model.ts';
import { childOf, type SchemaNode, schemaChildren } from './node.ts';

/** How an element's type is found; given by the reader of types, which needs particles in its turn. */
export interface ElementTypes {
  typeOf(node: SchemaNode, document: SchemaDocument, label: string): TypeRef;
}

const modelGroups = ['sequence', 'choice', 'all', 'group'];

/** Reads content models (XML Schema part 1, 3.7 to 3.10). */
export class ParticleReader {
  private readonly components: Components;
  private readonly types: ElementTypes;
  private readonly globals = new Map<ExpandedName, ElementUse>();

  constructor(components: Components, types: ElementTypes) {
    this.components = components;
    this.types = types;
  }

  /** The model group that stands directly in `node`, if there is one. `owner` is what anonymous types inside are called after. */
  content(node: SchemaNode, document: SchemaDocument, owner: string): Particle | undefined {
    const group = childOf(node, ...modelGroups);
    return group === undefined ? undefined : this.particle(group, document, owner, new Set());
  }

  global(component: Component): ElementUse {
    const known = this.globals.get(component.name);
    if (known !== undefined) return known;
    const { node, document, name } = component;
    const use = this.made(node, name, this.types.typeOf(node, document, node.attributes.get('name') ?? ''));
    this.globals.set(name, use);
    return use;
  }

  /** The element of that name, which a reference asks for; one of a public standard whose schema is not there is a tree. */
  named(name: ExpandedName, from: SchemaNode): ElementUse | undefined {
    const component = this.components.find('element', name, from);
    if (component !== undefined) return this.global(component);
    if (!this.components.isForeign(name)) return undefined;
    const known = this.globals.get(name);
    if (known !== undefined) return known;
    const tree: ElementUse = { name, type: { kind: 'any' }, nillable: false, place: from };
    this.globals.set(name, tree);
    return tree;
  }

  private particle(node: SchemaNode, document: SchemaDocument, owner: string, within: ReadonlySet<SchemaNode>): Particle | undefined {
    const occurs = this.occurs(node);
    if (occurs.max === 0) return undefined;
    switch (node.local) {
      case 'element':
        return this.element(node, document, owner, occurs);
      case 'any':
        return { kind: 'any', wildcard: readWildcard(node, document), place: node, ...occurs };
      case 'group':
        return this.group(node, document, within, occurs);
      case 'sequence':
      case 'choice':
      case 'all': {
        const particles = schemaChildren(node).flatMap((child) => this.particle(child, document, owner, within) ?? []);
        return { kind: node.local, particles, place: node, ...occurs };
      }
      default:
        this.components.diagnostics.error(node, `xs:${node.local} may not stand in a content model`, 'correct the schema');
        return undefined;
    }
  }

  private group(node: SchemaNode, document: SchemaDocument, within: ReadonlySet<SchemaNode>, occurs: Occurs): Particle | undefined {
    const group = this.components.find('group', this.components.resolve(node.attributes.get('ref') ?? '', node, document), node);
    if (group === undefined) return undefined;
    if (within.has(group.node)) {
      this.components.diagnostics.error(node, `the group ${group.name} holds itself`, 'correct the schema');
      return undefined;
    }
    const label = group.node.attributes.get('name') ?? '';
    const inner = childOf(group.node, 'sequence', 'choice', 'all');
    // Types inside are called after the group: it is one and the same wherever it stands.
    const particle = inner && this.particle(inner, group.document, label, new Set([...within, group.node]));
    if (particle === undefined || particle.kind === 'element' || particle.kind === 'any') return particle;
    return { ...particle, label, min: occurs.min * particle.min, max: occurs.max * particle.max };
  }

  private element(node: SchemaNode, document: SchemaDocument, owner: string, occurs: Occurs): Particle | undefined {
    const ref = node.attributes.get('ref');
    if (ref === undefined) {
      const local = node.attributes.get('name') ?? '';
      const form = node.attributes.get('form') ?? document.root.attributes.get('elementFormDefault') ?? 'unqualified';
      const name = `{${form === 'qualified' ? document.targetNamespace : ''}}${local}`;
      const element = this.made(node, name, this.types.typeOf(node, document, `${owner} ${local}`));
      return { kind: 'element', element, place: node, ...occurs };
    }
    const refName = this.components.resolve(ref, node, document);
    const component = this.components.get('element', refName);
    if (component === undefined) {
      const foreign = this.named(refName, node);
      return foreign && { kind: 'element', element: foreign, place: node, ...occurs };
    }
    const members = this.members(component, new Set());
    const [only] = members;
    if (only === undefined)
      this.components.diagnostics.warn(
        node,
        `${refName} is abstract and no element stands for it, so none is read or written`,
        'import the schema that declares such elements, if the service sends them',
      );
    if (members.length === 1 && only !== undefined) return { kind: 'element', element: this.global(only), place: node, ...occurs };
    const particles = members.map((member): Particle => ({ kind: 'element', element: this.global(member), place: node, min: 1, max: 1 }));
    return { kind: 'choice', particles, label: component.node.attributes.get('name') ?? '', place: node, ...occurs };
  }

  /** An element and all that may stand for it (XML Schema part 1, 2.2.2.2), without abstract ones. */
  private members(head: Component, seen: Set<ExpandedName>): Component[] {
    if (seen.has(head.name)) return [];
    seen.add(head.name);
    const own = head.node.attributes.get('abstract') === 'true' ? [] : [head];
    return [...own, ...this.components.substitutesOf(head.name).flatMap((member) => this.members(member, seen))];
  }

  private made(node: SchemaNode, name: ExpandedName, type: TypeRef): ElementUse {
    this.checkChildren(node);
    const given = node.attributes.get('default');
    const fixed = node.attributes.get('fixed');
    const nillable = node.attributes.get('nillable')?.trim();
    return {
      name,
      type,
      nillable: nillable === 'true' || nillable === '1',
      ...(given === undefined ? {} : { default: given }),
      ...(fixed === undefined ? {} : { fixed }),
      place: node,
    };
  }

  private checkChildren(node: SchemaNode): void {
    const { diagnostics } = this.components;
    for (const child of schemaChildren(node)) {
      if (['key', 'keyref', 'unique'].includes(child.local))
        diagnostics.warn(child, `xs:${child.local} is not checked`, 'check it in the adapter, if it matters');
      if (child.local === 'alternative')
        diagnostics.error(child, 'xs:alternative of XML Schema 1.1 is not supported', 'write derived types, told apart by xsi:type');
    }
  }

  private occurs(node: SchemaNode): Occurs {
    const min = node.attributes.get('minOccurs')?.trim() ?? '1';
    const max = node.attributes.get('maxOccurs')?.trim() ?? '1';
    const right = /^\d{1,9}$/.test(min) && (max === 'unbounded' || /^\d{1,9}$/.test(max));
    if (!right) this.components.diagnostics.error(node, 'minOccurs or maxOccurs is no number', 'correct the schema');
    return { min: Number(min), max: max === 'unbounded' ? Number.POSITIVE_INFINITY : Number(max) };
  }
}
