import type { ExpandedName } from '../xml/names.ts';
import type { ComplexTypes } from './complex.ts';
import type { Components } from './components.ts';
import { wsdlNamespace } from './loader.ts';
import type { Binding, ElementUse, Message, Operation, SoapVersion } from './model.ts';
import type { SchemaNode } from './node.ts';
import { type Part, RpcWrappers } from './rpc.ts';

const soapNamespaces: Readonly<Record<string, SoapVersion>> = {
  'http://schemas.xmlsoap.org/wsdl/soap/': '1.1',
  'http://schemas.xmlsoap.org/wsdl/soap12/': '1.2',
};

interface Named {
  readonly name: ExpandedName;
  readonly node: SchemaNode;
}

/** Reads WSDL 1.1: what each operation sends and receives, and by which SOAP bindings. */
export class WsdlReader {
  readonly elements = new Map<ExpandedName, ElementUse>();
  private readonly definitions: readonly SchemaNode[];
  private readonly components: Components;
  private readonly types: ComplexTypes;
  private readonly rpc: RpcWrappers;

  constructor(definitions: readonly SchemaNode[], components: Components, types: ComplexTypes) {
    this.definitions = definitions;
    this.components = components;
    this.types = types;
    this.rpc = new RpcWrappers(types);
  }

  operations(): Operation[] {
    const operations = new Map<string, Operation>();
    for (const { name, node } of this.named('binding')) {
      const soap = node.children.find((child) => child.local === 'binding' && soapNamespaces[child.namespace] !== undefined);
      const version = soap === undefined ? undefined : soapNamespaces[soap.namespace];
      if (soap === undefined || version === undefined) {
        this.components.diagnostics.note(
          node,
          `the binding ${name} is not SOAP and is left aside`,
          'nothing is to be done if a SOAP binding is there',
        );
        continue;
      }
      const portType = this.portType(node);
      for (const bound of wsdlChildren(node, 'operation')) {
        const operation = this.operation(bound, portType, soap, version, this.ports(name));
        if (operation === undefined) continue;
        const before = operations.get(operation.name);
        if (before === undefined) operations.set(operation.name, operation);
        else if (sameMessages(before, operation))
          operations.set(operation.name, { ...before, bindings: [...before.bindings, ...operation.bindings] });
        else
          this.components.diagnostics.error(
            bound,
            `the operation ${operation.name} is declared with other messages before`,
            'compile the port types from WSDLs of their own',
          );
      }
    }
    if (operations.size === 0 && this.definitions[0] !== undefined) {
      this.components.diagnostics.error(
        this.definitions[0],
        'there is no operation with a SOAP binding',
        'give the WSDL that holds the binding',
      );
    }
    return [...operations.values()];
  }

  private portType(binding: SchemaNode): SchemaNode | undefined {
    const name = this.components.resolve(binding.attributes.get('type') ?? '', binding, undefined);
    const found = this.named('portType').find((portType) => portType.name === name);
    if (found === undefined) this.components.diagnostics.error(binding, `there is no portType ${name}`, 'import the WSDL that declares it');
    return found?.node;
  }

  private ports(binding: ExpandedName): Omit<Binding, 'version' | 'action'>[] {
    const found = this.named('service').flatMap(({ node: service }) =>
      wsdlChildren(service, 'port')
        .filter((port) => this.components.resolve(port.attributes.get('binding') ?? '', port, undefined) === binding)
        .map((port) => ({
          service: service.attributes.get('name'),
          port: port.attributes.get('name'),
          location: port.children.find((child) => child.local === 'address')?.attributes.get('location'),
        })),
    );
    return found.length > 0 ? found : [{ service: undefined, port: undefined, location: undefined }];
  }

  private operation(
    bound: SchemaNode,
    portType: SchemaNode | undefined,
    soap: SchemaNode,
    version: SoapVersion,
    ports: readonly Omit<Binding, 'version' | 'action'>[],
  ): Operation | undefined {
    const name = bound.attributes.get('name') ?? '';
    const declared = portType && wsdlChildren(portType, 'operation').filter((operation) => operation.attributes.get('name') === name);
    const [abstract] = declared ?? [];
    if (abstract === undefined) {
      if (portType !== undefined) this.components.diagnostics.error(bound, `the port type has no operation ${name}`, 'correct the WSDL');
      return undefined;
    }
    if ((declared?.length ?? 0) > 1) {
      this.components.diagnostics.error(
        bound,
        `the operation ${name} is overloaded`,
        'give each form a name of its own, as WS-I Basic Profile asks',
      );
      return undefined;
    }
    const how = bound.children.find((child) => child.local === 'operation' && soapNamespaces[child.namespace] === version);
    const style = (how?.attributes.get('style') ?? soap.attributes.get('style')) === 'rpc' ? 'rpc' : 'document';
    const message = (direction: 'input' | 'output', wrapper: string) => this.message(bound, abstract, direction, style, wrapper);
    const input = message('input', name);
    if (input === undefined) return undefined;
    const action = how?.attributes.get('soapAction') ?? '';
    return {
      name,
      style,
      bindings: ports.map((port) => ({ version, action, ...port })),
      input,
      output: wsdlChildren(abstract, 'output').length === 0 ? undefined : message('output', `${name}Response`),
      faults: wsdlChildren(abstract, 'fault').flatMap((fault) => this.parts(fault).flatMap((part) => this.partElement(part) ?? [])),
      place: bound,
    };
  }

  private message(
    bound: SchemaNode,
    abstract: SchemaNode,
    direction: 'input' | 'output',
    style: 'document' | 'rpc',
    wrapper: string,
  ): Message | undefined {
    const [declared] = wsdlChildren(abstract, direction);
    if (declared === undefined) return { body: undefined, headers: [], encoded: false };
    const [binding] = wsdlChildren(bound, direction);
    const soapParts = binding === undefined ? [] : flattened(binding).filter((child) => soapNamespaces[child.namespace] !== undefined);
    const body = soapParts.find((child) => child.local === 'body');
    const headers = soapParts.filter((child) => child.local === 'header').flatMap((header) => this.header(header) ?? []);
    const headerParts = new Set(soapParts.filter((child) => child.local === 'header').map((header) => header.attributes.get('part')));
    const listed = body?.attributes.get('parts')?.split(/\s+/);
    const all = this.parts(declared);
    const chosen = listed === undefined ? all : all.filter((part) => listed.includes(part.name));
    const encoded = body?.attributes.get('use') === 'encoded';
    if (style === 'rpc') {
      const namespace = body?.attributes.get('namespace') ?? '';
      const element = this.rpc.wrap(`{${namespace}}${wrapper}`, chosen, bound);
      this.elements.set(element.name, element);
      return { body: element, headers, encoded };
    }
    const inBody = chosen.length > 1 ? chosen.filter((part) => !headerParts.has(part.name)) : chosen;
    if (encoded) this.components.diagnostics.error(bound, 'document/encoded is not supported', 'ask for document/literal or rpc/encoded');
    if (inBody.length > 1)
      this.components.diagnostics.error(
        bound,
        `the body of ${wrapper} has ${inBody.length} parts`,
        'make one element of them, as WS-I Basic Profile asks',
      );
    const [part] = inBody;
    return { body: part === undefined ? undefined : this.partElement(part), headers, encoded };
  }

  private header(node: SchemaNode): ElementUse | undefined {
    const name = this.components.resolve(node.attributes.get('message') ?? '', node, undefined);
    const part = this.messageParts(name, node).find((candidate) => candidate.name === node.attributes.get('part'));
    if (part === undefined)
      this.components.diagnostics.error(node, `there is no such part of ${name}`, 'correct the header of the binding');
    return part && this.partElement(part);
  }

  /** The element of a part in a document body, a header or a fault. */
  private partElement(part: Part): ElementUse | undefined {
    if (part.element === undefined) {
      this.components.diagnostics.error(
        part.node,
        `the part ${part.name} has a type and no element`,
        'declare an element of that type, as WS-I Basic Profile asks',
      );
      return undefined;
    }
    this.elements.set(part.element.name, part.element);
    return part.element;
  }

  private parts(reference: SchemaNode): Part[] {
    return this.messageParts(this.components.resolve(reference.attributes.get('message') ?? '', reference, undefined), reference);
  }

  private messageParts(name: ExpandedName, from: SchemaNode): Part[] {
    const message = this.named('message').find((candidate) => candidate.name === name);
    if (message === undefined) this.components.diagnostics.error(from, `there is no message ${name}`, 'import the WSDL that declares it');
    return wsdlChildren(message?.node, 'part').flatMap((node) => {
      const element = node.attributes.get('element');
      const type = node.attributes.get('type');
      const component = element && this.components.find('element', this.components.resolve(element, node, undefined), node);
      if (element !== undefined && !component) return [];
      return {
        name: node.attributes.get('name') ?? '',
        node,
        element: component ? this.types.particles.global(component) : undefined,
        type: type === undefined ? undefined : this.types.named(this.components.resolve(type, node, undefined), node),
      };
    });
  }

  private named(local: string): Named[] {
    return this.definitions.flatMap((root) =>
      wsdlChildren(root, local).map((node) => ({
        name: `{${root.attributes.get('targetNamespace') ?? ''}}${node.attributes.get('name') ?? ''}`,
        node,
      })),
    );
  }
}

function wsdlChildren(node: SchemaNode | undefined, local: string): SchemaNode[] {
  return node?.children.filter((child) => child.namespace === wsdlNamespace && child.local === local) ?? [];
}

/** With those inside a MIME binding's parts, which some toolkits put around soap:body. */
function flattened(node: SchemaNode): SchemaNode[] {
  return node.children.flatMap((child) => [child, ...(child.namespace.includes('/mime/') ? flattened(child) : [])]);
}

function sameMessages(one: Operation, other: Operation): boolean {
  return (
    one.input.body?.name === other.input.body?.name && one.output?.body?.name === other.output?.body?.name && one.style === other.style
  );
}
