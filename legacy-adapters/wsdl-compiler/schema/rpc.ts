import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import type { ComplexTypes } from './complex.ts';
import { splitName } from './components.ts';
import type { ElementUse, Particle, TypeRef } from './model.ts';
import type { SchemaNode } from './node.ts';

export interface Part {
  readonly name: string;
  readonly node: SchemaNode;
  readonly element: ElementUse | undefined;
  readonly type: TypeRef | undefined;
}

/** The body of an rpc message (WSDL 1.1, 3.5): an element named after the operation, and in it one without a namespace a part. */
export class RpcWrappers {
  private readonly types: ComplexTypes;
  private readonly made = new Map<string, ElementUse>();

  constructor(types: ComplexTypes) {
    this.types = types;
  }

  wrap(name: ExpandedName, parts: readonly Part[], place: SchemaNode, encoded: boolean): ElementUse {
    // The bindings of SOAP 1.1 and 1.2 wrap the same parts alike; overloaded operations wrap others.
    const key = `rpc ${name}(${parts.map((part) => `${part.node.id}`).join(', ')})`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const particles = parts.map((part): Particle => {
      const element: ElementUse = part.element ?? {
        name: `{}${part.name}`,
        type: part.type ?? { kind: 'any' },
        // An rpc part has no declaration of its own, and toolkits send nil for an absent value.
        nillable: part.type?.kind === 'simple' || (encoded && part.type?.kind === 'complex'),
        place: part.node,
      };
      return { kind: 'element', element, min: 1, max: 1, place: part.node };
    });
    this.types.all.set(key, {
      key,
      name: undefined,
      label: splitName(name)[1],
      abstract: false,
      base: undefined,
      attributes: [],
      anyAttribute: undefined,
      content: { kind: 'elements', particle: { kind: 'sequence', particles, min: 1, max: 1, place } },
      place,
    });
    const element: ElementUse = { name, type: { kind: 'complex', key }, nillable: false, place };
    this.made.set(key, element);
    return element;
  }
}
