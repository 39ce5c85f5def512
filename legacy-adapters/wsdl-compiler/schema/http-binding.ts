import type { Message } from './model.ts';
import type { SchemaNode } from './node.ts';
import type { BoundOperation, ReadOperation } from './protocols.ts';
import { type Definitions, wsdlChildren } from './wsdl-messages.ts';

const httpNamespace = 'http://schemas.xmlsoap.org/wsdl/http/';
const mimeNamespace = 'http://schemas.xmlsoap.org/wsdl/mime/';
const empty: Message = { body: undefined, headers: [], encoded: false };

export function httpBindingOf(binding: SchemaNode): SchemaNode | undefined {
  return binding.children.find((child) => child.local === 'binding' && child.namespace === httpNamespace);
}

/** Reads an operation of XML over HTTP POST (WSDL 1.1, sections 4 and 5): a document of `element=` each way. */
export function readHttpOperation(definitions: Definitions, http: SchemaNode, { bound, abstract }: BoundOperation): ReadOperation {
  const verb = http.attributes.get('verb') ?? '';
  const how = bound.children.find((child) => child.local === 'operation' && child.namespace === httpNamespace);
  const input = message(definitions, bound, abstract, 'input');
  const output = wsdlChildren(abstract, 'output').length === 0 ? undefined : message(definitions, bound, abstract, 'output');
  if (typeof input === 'string') return input;
  if (verb.toUpperCase() !== 'POST') return `by HTTP ${verb}`;
  if (typeof output === 'string') return output;
  if (input.body === undefined) return 'without a request document';
  return { style: 'document', protocol: { kind: 'http', path: how?.attributes.get('location') ?? '' }, input, output, faults: [] };
}

function message(definitions: Definitions, bound: SchemaNode, abstract: SchemaNode, direction: 'input' | 'output'): Message | string {
  const [declared] = wsdlChildren(abstract, direction);
  const [binding] = wsdlChildren(bound, direction);
  if (declared === undefined) return empty;
  const contents = binding?.children ?? [];
  const foreign = contents.find((child) => child.namespace === httpNamespace);
  if (foreign !== undefined) return `with http:${foreign.local}`;
  // Alternatives may stand side by side (WSDL 1.1, 5.3): XML is the one that we take.
  const xml = contents.find(isXml);
  const [other] = contents.filter((child) => child.namespace === mimeNamespace);
  if (xml === undefined && other !== undefined) return `with mime:${other.local} ${other.attributes.get('type') ?? ''}`.trim();
  if (xml === undefined) return empty;
  const parts = definitions.parts(declared);
  const wanted = xml.attributes.get('part');
  const [part] = wanted === undefined ? parts : parts.filter(({ name }) => name === wanted);
  if (part === undefined) return parts.length === 0 && wanted === undefined ? empty : `with a part ${wanted} that the message has not`;
  if (part.element === undefined) return 'with an XML part that names a type and no element';
  return { body: definitions.use(part.element), headers: [], encoded: false };
}

function isXml({ namespace, local, attributes }: SchemaNode): boolean {
  if (namespace !== mimeNamespace) return false;
  return local === 'mimeXml' || (local === 'content' && /^(?:text|application)\/(?:[\w.-]+\+)?xml\b/i.test(attributes.get('type') ?? ''));
}
