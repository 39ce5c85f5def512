import { xmlNamespace } from '#legacy-adapters/xml/names.ts';
import type { Components } from './components.ts';
import { encodingAttributes, xmlAttributes } from './foreign.ts';
import type { SchemaDocument } from './loader.ts';
import type { AttributeUse, SimpleType, Wildcard } from './model.ts';
import { childOf, type SchemaNode, schemaChildren } from './node.ts';
import type { SimpleTypes } from './simple.ts';

export interface Attributes {
  readonly uses: readonly AttributeUse[];
  readonly any: Wildcard | undefined;
  /** Names that a restriction takes away. */
  readonly prohibited: readonly string[];
}

const xmlNames = ['base', 'lang', 'space', 'id'];
const text: SimpleType = { kind: 'builtin', name: 'string' };

/** Reads attribute uses, attribute groups and wildcards (XML Schema part 1, 3.2, 3.4, 3.6 and 3.10). */
export class AttributeReader {
  private readonly components: Components;
  private readonly simple: SimpleTypes;

  constructor(components: Components, simple: SimpleTypes) {
    this.components = components;
    this.simple = simple;
  }

  /** Those that stand directly in `node`: a complex type, an extension, a restriction or an attribute group. */
  read(node: SchemaNode, document: SchemaDocument, within: ReadonlySet<SchemaNode> = new Set()): Attributes {
    const uses: AttributeUse[] = [];
    const prohibited: string[] = [];
    let any: Wildcard | undefined;
    for (const child of schemaChildren(node)) {
      if (child.local === 'anyAttribute') any = readWildcard(child, document);
      else if (child.local === 'attributeGroup') {
        const name = this.components.resolve(child.attributes.get('ref') ?? '', child, document);
        if (name === xmlAttributes) uses.push(...xmlNames.map((local) => this.made(child, undefined, `{${xmlNamespace}}${local}`, text)));
        const isKnown = name === xmlAttributes || name === encodingAttributes;
        const group = isKnown ? undefined : this.components.find('attributeGroup', name, child);
        if (!isKnown && group === undefined && this.components.isForeign(name)) any ??= { namespaces: 'any' };
        if (group === undefined || within.has(group.node)) continue;
        const inner = this.read(group.node, group.document, new Set([...within, group.node]));
        uses.push(...inner.uses);
        prohibited.push(...inner.prohibited);
        any ??= inner.any;
      } else if (child.local === 'attribute') {
        const use = this.use(child, document);
        if (child.attributes.get('use') === 'prohibited') prohibited.push(use.name);
        else uses.push(use);
      }
    }
    return { uses, any, prohibited };
  }

  private use(node: SchemaNode, document: SchemaDocument): AttributeUse {
    const ref = node.attributes.get('ref');
    const name = ref === undefined ? undefined : this.components.resolve(ref, node, document);
    if (name?.startsWith(`{${xmlNamespace}}`)) return this.made(node, undefined, name, text);
    const global = name === undefined ? undefined : this.components.find('attribute', name, node);
    const declared = global?.node ?? node;
    const type = this.typeOf(declared, global?.document ?? document);
    return this.made(node, declared, name ?? this.localName(node, document), type);
  }

  private made(node: SchemaNode, declared: SchemaNode | undefined, name: string, type: SimpleType): AttributeUse {
    // A prefix means something only where it stands, which is in the schema.
    const isName = type.kind === 'builtin' && type.name === 'QName';
    const value = (attribute: string) => {
      const found = node.attributes.get(attribute) ?? declared?.attributes.get(attribute);
      return found !== undefined && isName ? this.components.resolve(found, node, undefined) : found;
    };
    const given = value('default');
    const fixed = value('fixed');
    return {
      name,
      type,
      required: node.attributes.get('use') === 'required',
      ...(given === undefined ? {} : { default: given }),
      ...(fixed === undefined ? {} : { fixed }),
      place: node,
    };
  }

  private typeOf(node: SchemaNode, document: SchemaDocument): SimpleType {
    const named = node.attributes.get('type');
    if (named !== undefined) return this.simple.referred(named, node, document);
    const inner = childOf(node, 'simpleType');
    return inner === undefined ? text : this.simple.read(inner, document);
  }

  private localName(node: SchemaNode, document: SchemaDocument): string {
    const form = node.attributes.get('form') ?? document.root.attributes.get('attributeFormDefault') ?? 'unqualified';
    return `{${form === 'qualified' ? document.targetNamespace : ''}}${node.attributes.get('name') ?? ''}`;
  }
}

export function readWildcard(node: SchemaNode, document: SchemaDocument): Wildcard {
  const given = (node.attributes.get('namespace') ?? '##any').trim();
  if (given === '##any') return { namespaces: 'any' };
  if (given === '##other') return { namespaces: { except: document.targetNamespace } };
  const names = given.split(/\s+/);
  return { namespaces: names.map((name) => (name === '##local' ? '' : name === '##targetNamespace' ? document.targetNamespace : name)) };
}
