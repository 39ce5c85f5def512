import type { Diagnostics } from './diagnostics.ts';
import { httpBindingOf, readHttpOperation } from './http-binding.ts';
import type { Binding, Operation } from './model.ts';
import type { SchemaNode } from './node.ts';
import type { BoundOperation, ReadOperation } from './protocols.ts';
import { SoapBindings, soapBindingOf } from './soap-binding.ts';
import { type Definitions, type NamedNode, wsdlChildren } from './wsdl-messages.ts';

/** Reads WSDL 1.1: what each operation sends and receives, and by which bindings. */
export class WsdlReader {
  private readonly definitions: Definitions;
  private readonly diagnostics: Diagnostics;
  private readonly soap: SoapBindings;
  private readonly found = new Map<string, Operation>();
  /** Said when it is known whether another binding has what is passed over. */
  private readonly passedOver: { readonly node: SchemaNode; readonly what: string }[] = [];

  constructor(definitions: Definitions) {
    this.definitions = definitions;
    this.diagnostics = definitions.components.diagnostics;
    this.soap = new SoapBindings(definitions);
  }

  operations(root: SchemaNode): Operation[] {
    for (const binding of this.definitions.all('binding')) this.binding(binding);
    const none = this.found.size === 0;
    for (const { node, what } of this.passedOver) {
      if (none) this.diagnostics.error(node, `${what} is not supported`, 'give the WSDL of a SOAP binding, or of XML over HTTP POST');
      else this.diagnostics.warn(node, `${what} is passed over`, 'nothing is to be done: other bindings are there');
    }
    if (none && this.passedOver.length === 0)
      this.diagnostics.error(root, 'there is no operation with a SOAP binding', 'give the WSDL that holds the binding');
    return [...this.found.values()];
  }

  private binding({ name, node }: NamedNode): void {
    const soap = soapBindingOf(node);
    const http = httpBindingOf(node);
    const read = (operation: BoundOperation): ReadOperation | undefined => {
      if (soap !== undefined) return this.soap.operation(soap, operation);
      return http === undefined ? undefined : readHttpOperation(this.definitions, http, operation);
    };
    if (soap === undefined && http === undefined) {
      this.passedOver.push({ node, what: `the binding ${name}, which is neither SOAP nor HTTP,` });
      return;
    }
    const portType = this.definitions.referred('portType', node, 'type');
    if (portType === undefined) return;
    const ports = this.ports(name);
    for (const bound of wsdlChildren(node, 'operation')) {
      const operation = this.bound(bound, portType.node);
      const made = operation && read(operation);
      if (made === undefined || operation === undefined) continue;
      if (typeof made === 'string') this.passedOver.push({ node: bound, what: `the operation ${operation.name} ${made}` });
      else {
        const { protocol, ...messages } = made;
        const bindings = ports.map((port): Binding => ({ protocol, ...port }));
        this.add({ name: operation.name, place: bound, bindings, ...messages });
      }
    }
  }

  private bound(bound: SchemaNode, portType: SchemaNode): BoundOperation | undefined {
    const name = bound.attributes.get('name') ?? '';
    const declared = wsdlChildren(portType, 'operation').filter((operation) => operation.attributes.get('name') === name);
    const [abstract] = declared;
    if (abstract === undefined) {
      this.diagnostics.error(bound, `the port type has no operation ${name}`, 'correct the WSDL');
      return undefined;
    }
    if (declared.length > 1) {
      this.diagnostics.error(bound, `the operation ${name} is overloaded`, 'give each form a name of its own, as WS-I Basic Profile asks');
      return undefined;
    }
    return { name, bound, abstract };
  }

  private add(operation: Operation): void {
    const before = this.found.get(operation.name);
    if (before === undefined) this.found.set(operation.name, operation);
    else if (sameMessages(before, operation))
      this.found.set(operation.name, { ...before, bindings: [...before.bindings, ...operation.bindings] });
    else
      this.diagnostics.error(
        operation.place as SchemaNode,
        `the operation ${operation.name} is declared with other messages before`,
        'compile the port types from WSDLs of their own',
      );
  }

  private ports(binding: string): Omit<Binding, 'protocol'>[] {
    const found = this.definitions.all('service').flatMap(({ node: service }) =>
      wsdlChildren(service, 'port')
        .filter((port) => this.definitions.components.resolve(port.attributes.get('binding') ?? '', port, undefined) === binding)
        .map((port) => ({
          service: service.attributes.get('name'),
          port: port.attributes.get('name'),
          location: port.children.find((child) => child.local === 'address')?.attributes.get('location'),
        })),
    );
    return found.length > 0 ? found : [{ service: undefined, port: undefined, location: undefined }];
  }
}

function sameMessages(one: Operation, other: Operation): boolean {
  return (
    one.input.body?.name === other.input.body?.name && one.output?.body?.name === other.output?.body?.name && one.style === other.style
  );
}
