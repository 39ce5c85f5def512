import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import { builtinOf, soapEncoding } from './builtins.ts';
import type { Diagnostics, Place } from './diagnostics.ts';
import { isPublicStandard, schemaElement } from './foreign.ts';
import type { SchemaDocument } from './loader.ts';
import { type SchemaNode, schemaChildren, schemaNamespace } from './node.ts';

export type ComponentKind = 'element' | 'type' | 'group' | 'attributeGroup' | 'attribute';

export interface Component {
  readonly name: ExpandedName;
  readonly node: SchemaNode;
  readonly document: SchemaDocument;
}

const kinds: Readonly<Record<string, ComponentKind>> = {
  element: 'element',
  complexType: 'type',
  simpleType: 'type',
  group: 'group',
  attributeGroup: 'attributeGroup',
  attribute: 'attribute',
};

/** The global components of all schemas, by kind and expanded name. */
export class Components {
  readonly diagnostics: Diagnostics;
  private readonly namespaces: ReadonlySet<string>;
  private readonly found = new Map<string, Component>();
  /** Heads of substitution groups, with those that name them directly. */
  private readonly substitutes = new Map<ExpandedName, Component[]>();

  constructor(documents: readonly SchemaDocument[], diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
    this.namespaces = new Set(documents.map(({ targetNamespace }) => targetNamespace));
    for (const document of documents) {
      for (const node of schemaChildren(document.root)) this.add(node, document);
    }
  }

  get(kind: ComponentKind, name: ExpandedName): Component | undefined {
    return this.found.get(`${kind} ${name}`);
  }

  /** A component that a schema refers to; that there is none goes to the diagnostics. */
  find(kind: ComponentKind, name: ExpandedName, from: Place): Component | undefined {
    const component = this.get(kind, name);
    if (component !== undefined || name === schemaElement) return component;
    const wayOut = 'import the schema that declares it, with a location on disk';
    if (!this.isForeign(name) || kind === 'group') this.diagnostics.error(from, `there is no ${kind} ${name}`, wayOut);
    else if (kind === 'element' || kind === 'type')
      this.diagnostics.warn(from, `${name} is of a standard whose schema is not there, and is kept as a tree`, wayOut);
    return undefined;
  }

  /** Whether the name is of a public standard of which no schema was given: a tree stands for what it has. */
  isForeign(name: ExpandedName): boolean {
    const [namespace] = splitName(name);
    return name === schemaElement || (isPublicStandard(namespace) && !this.namespaces.has(namespace));
  }

  all(kind: ComponentKind): readonly Component[] {
    return [...this.found].filter(([key]) => key.startsWith(`${kind} `)).map(([, component]) => component);
  }

  substitutesOf(head: ExpandedName): readonly Component[] {
    return this.substitutes.get(head) ?? [];
  }

  /** The QName in an attribute of a schema, as an expanded name. */
  resolve(qualified: string, node: SchemaNode, document: SchemaDocument | undefined): ExpandedName {
    const text = qualified.trim();
    const colon = text.indexOf(':');
    const prefix = colon === -1 ? '' : text.slice(0, colon);
    const namespace = node.scope.namespaceOf(prefix);
    if (namespace === undefined) {
      this.diagnostics.error(node, `the prefix of ${text} is not declared`, `declare xmlns:${prefix}`);
      return `{}${text}`;
    }
    if (namespace === '' && document?.chameleon === true) return `{${document.targetNamespace}}${text.slice(colon + 1)}`;
    return `{${namespace}}${text.slice(colon + 1)}`;
  }

  private add(node: SchemaNode, document: SchemaDocument): void {
    const kind = kinds[node.local];
    if (kind === undefined) {
      const known = ['import', 'include', 'redefine'].includes(node.local);
      if (node.local === 'notation') this.diagnostics.warn(node, 'xs:notation is passed over', 'nothing is to be done');
      else if (!known) this.diagnostics.error(node, `xs:${node.local} may not stand here`, 'correct the schema');
      return;
    }
    const local = node.attributes.get('name');
    if (local === undefined) {
      this.diagnostics.error(node, `a global ${node.local} without a name`, 'name it');
      return;
    }
    const name: ExpandedName = `{${document.targetNamespace}}${local}`;
    const key = `${kind} ${name}`;
    const before = this.found.get(key);
    if (before !== undefined) {
      const same = before.node === node || spelt(before.node) === spelt(node);
      if (!same) this.diagnostics.error(node, `${kind} ${name} is declared a second time, and otherwise`, 'take one of the two away');
      return;
    }
    const component = { name, node, document };
    this.found.set(key, component);
    const head = kind === 'element' ? node.attributes.get('substitutionGroup') : undefined;
    if (head === undefined) return;
    const headName = this.resolve(head, node, document);
    const members = this.substitutes.get(headName);
    if (members === undefined) this.substitutes.set(headName, [component]);
    else members.push(component);
  }
}

/** A declaration without its places: two files may hold copies of one schema. */
function spelt(node: SchemaNode): string {
  return JSON.stringify([node.local, [...node.attributes], schemaChildren(node).map(spelt)]);
}

export function splitName(name: ExpandedName): [namespace: string, local: string] {
  const end = name.lastIndexOf('}');
  return [name.slice(1, end), name.slice(end + 1)];
}

export function builtinNamed(name: ExpandedName): string | undefined {
  return builtinOf(...splitName(name));
}

export const anyType = `{${schemaNamespace}}anyType`;
export const soapArray = `{${soapEncoding}}Array`;
