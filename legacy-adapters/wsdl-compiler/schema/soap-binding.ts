import type { ExpandedName } from '#legacy-adapters/xml/names.ts';
import type { ElementUse, Message, SoapVersion } from './model.ts';
import type { SchemaNode } from './node.ts';
import type { BoundOperation, ReadOperation } from './protocols.ts';
import { type Part, RpcWrappers } from './rpc.ts';
import { type Definitions, wsdlChildren } from './wsdl-messages.ts';

const soapNamespaces: Readonly<Record<string, SoapVersion>> = {
  'http://schemas.xmlsoap.org/wsdl/soap/': '1.1',
  'http://schemas.xmlsoap.org/wsdl/soap12/': '1.2',
};
const empty: Message = { body: undefined, headers: [], encoded: false };

export function soapBindingOf(binding: SchemaNode): SchemaNode | undefined {
  return binding.children.find((child) => child.local === 'binding' && soapNamespaces[child.namespace] !== undefined);
}

/** Reads operations of SOAP bindings (WSDL 1.1, section 3, and its binding extension for SOAP 1.2). */
export class SoapBindings {
  private readonly definitions: Definitions;
  private readonly rpc: RpcWrappers;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
    this.rpc = new RpcWrappers(definitions.types);
  }

  operation(soap: SchemaNode, { name, bound, abstract }: BoundOperation): ReadOperation {
    const version = soapNamespaces[soap.namespace] ?? '1.1';
    const how = bound.children.find((child) => child.local === 'operation' && soapNamespaces[child.namespace] !== undefined);
    const style = (how?.attributes.get('style') ?? soap.attributes.get('style')) === 'rpc' ? 'rpc' : 'document';
    const attached = [...wsdlChildren(bound, 'input'), ...wsdlChildren(bound, 'output')].some(hasAttachment);
    if (attached) return 'with attachments';
    const input = this.message(bound, abstract, 'input', style, name);
    const hasOutput = wsdlChildren(abstract, 'output').length > 0;
    const output = hasOutput ? this.message(bound, abstract, 'output', style, `${name}Response`) : undefined;
    const faults = wsdlChildren(abstract, 'fault').flatMap((fault) => this.fault(name, fault));
    return { style, protocol: { kind: 'soap', version, action: how?.attributes.get('soapAction') ?? '' }, input, output, faults };
  }

  private message(
    bound: SchemaNode,
    abstract: SchemaNode,
    direction: 'input' | 'output',
    style: 'document' | 'rpc',
    wrapper: string,
  ): Message {
    const { diagnostics } = this.definitions.components;
    const [declared] = wsdlChildren(abstract, direction);
    if (declared === undefined) return empty;
    const [binding] = wsdlChildren(bound, direction);
    const soapParts = binding === undefined ? [] : flattened(binding).filter((child) => soapNamespaces[child.namespace] !== undefined);
    const body = soapParts.find((child) => child.local === 'body');
    const headerNodes = soapParts.filter((child) => child.local === 'header');
    const headers = headerNodes.flatMap((header) => this.header(header) ?? []);
    const headerParts = new Set(headerNodes.map((header) => header.attributes.get('part')));
    const listed = body?.attributes.get('parts')?.trim().split(/\s+/);
    const all = this.definitions.parts(declared);
    const chosen = listed === undefined ? all : all.filter((part) => listed.includes(part.name));
    const encoded = body?.attributes.get('use') === 'encoded';
    if (style === 'rpc') {
      const namespace = body?.attributes.get('namespace') ?? '';
      return { body: this.definitions.use(this.rpc.wrap(`{${namespace}}${wrapper}`, chosen, bound, encoded)), headers, encoded };
    }
    const inBody = chosen.length > 1 ? chosen.filter((part) => !headerParts.has(part.name)) : chosen;
    if (encoded) diagnostics.error(bound, 'document/encoded is not supported', 'ask for document/literal or rpc/encoded');
    if (inBody.length > 1)
      diagnostics.error(bound, `the body of ${wrapper} has ${inBody.length} parts`, 'make one element of them, as WS-I Basic Profile asks');
    const [part] = inBody;
    return { body: part === undefined ? undefined : this.partElement(part), headers, encoded };
  }

  private header(node: SchemaNode): ElementUse | undefined {
    const part = this.definitions.parts(node).find((candidate) => candidate.name === node.attributes.get('part'));
    if (part?.type !== undefined && part.element === undefined) return this.definitions.use(typedHeader(node, part));
    if (part !== undefined) return this.partElement(part);
    const { diagnostics } = this.definitions.components;
    diagnostics.error(node, `there is no part ${node.attributes.get('part')} of the message`, 'correct the header of the binding');
    return undefined;
  }

  private fault(operation: string, node: SchemaNode): ElementUse[] {
    return this.definitions.parts(node).flatMap((part) => {
      if (part.element !== undefined) return this.definitions.use(part.element);
      this.definitions.components.diagnostics.warn(
        part.node,
        `a fault of ${operation} has a type and no element, so its detail is not read`,
        'nothing is to be done, if its code is enough',
      );
      return [];
    });
  }

  /** The element of a part in a document body, a header or a fault. */
  private partElement(part: Part): ElementUse | undefined {
    if (part.element !== undefined) return this.definitions.use(part.element);
    this.definitions.components.diagnostics.error(
      part.node,
      `the part ${part.name} has a type and no element`,
      'declare an element of that type, as WS-I Basic Profile asks',
    );
    return undefined;
  }
}

/** A header whose part has a type is an element of the part's name (WSDL 1.1, 3.7). */
function typedHeader(node: SchemaNode, part: Part): ElementUse {
  const name: ExpandedName = `{${node.attributes.get('namespace') ?? ''}}${part.name}`;
  return { name, type: part.type ?? { kind: 'any' }, nillable: false, place: part.node };
}

/** With those inside a MIME binding's parts, which some toolkits put around soap:body. */
function flattened(node: SchemaNode): SchemaNode[] {
  return node.children.flatMap((child) => [child, ...(isMime(child) ? flattened(child) : [])]);
}

function hasAttachment(node: SchemaNode): boolean {
  return flattened(node).some((child) => isMime(child) && (child.local === 'content' || child.local === 'mimeXml'));
}

function isMime({ namespace }: SchemaNode): boolean {
  return namespace === 'http://schemas.xmlsoap.org/wsdl/mime/';
}
