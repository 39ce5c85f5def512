import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import type { ComplexTypes } from './complex.ts';
import type { Components } from './components.ts';
import { wsdlNamespace } from './loader.ts';
import type { ElementUse } from './model.ts';
import type { SchemaNode } from './node.ts';
import type { Part } from './rpc.ts';

export interface NamedNode {
  readonly name: ExpandedName;
  readonly node: SchemaNode;
}

const kinds = ['message', 'portType', 'binding', 'service'] as const;
export type DefinitionKind = (typeof kinds)[number];

/** What the definitions of a WSDL 1.1 declare by name: messages with their parts, port types, bindings, services. */
export class Definitions {
  /** The elements that messages are made of. */
  readonly elements = new Set<ElementUse>();
  readonly components: Components;
  readonly types: ComplexTypes;
  private readonly found = new Map<DefinitionKind, Map<ExpandedName, SchemaNode>>(kinds.map((kind) => [kind, new Map()]));

  constructor(roots: readonly SchemaNode[], components: Components, types: ComplexTypes) {
    this.components = components;
    this.types = types;
    for (const root of roots) {
      const namespace = root.attributes.get('targetNamespace') ?? '';
      for (const kind of kinds) {
        for (const node of wsdlChildren(root, kind)) {
          const name: ExpandedName = `{${namespace}}${node.attributes.get('name') ?? ''}`;
          const before = this.found.get(kind)?.get(name);
          if (before === undefined) this.found.get(kind)?.set(name, node);
          else if (before.file === node.file) components.diagnostics.error(node, `${kind} ${name} is declared twice`, 'take one away');
        }
      }
    }
  }

  all(kind: DefinitionKind): NamedNode[] {
    return [...(this.found.get(kind) ?? [])].map(([name, node]) => ({ name, node }));
  }

  /** What `attribute` of `from` names; that there is none goes to the diagnostics. */
  referred(kind: DefinitionKind, from: SchemaNode, attribute: string): NamedNode | undefined {
    const spelt = from.attributes.get(attribute) ?? '';
    const name = this.components.resolve(spelt, from, undefined);
    const node = this.found.get(kind)?.get(name);
    if (node !== undefined) return { name, node };
    const own = spelt.includes(':') ? undefined : this.all(kind).find((candidate) => candidate.name.endsWith(`}${spelt}`));
    if (own !== undefined) return own;
    this.components.diagnostics.error(from, `there is no ${kind} ${name}`, 'import the WSDL that declares it');
    return undefined;
  }

  /** The parts of the message that an input, an output, a fault or a header names. */
  parts(reference: SchemaNode): Part[] {
    const message = this.referred('message', reference, 'message');
    return wsdlChildren(message?.node, 'part').flatMap((node) => {
      const element = node.attributes.get('element');
      const type = node.attributes.get('type');
      const use = element && this.types.particles.named(this.components.resolve(element, node, undefined), node);
      if (element !== undefined && !use) return [];
      return {
        name: node.attributes.get('name') ?? '',
        node,
        element: use === '' ? undefined : use,
        type: type === undefined ? undefined : this.types.named(this.components.resolve(type, node, undefined), node),
      };
    });
  }

  use(element: ElementUse): ElementUse {
    this.elements.add(element);
    return element;
  }
}

export function wsdlChildren(node: SchemaNode | undefined, local: string): SchemaNode[] {
  return node?.children.filter((child) => child.namespace === wsdlNamespace && child.local === local) ?? [];
}
