import type { Diagnostics } from './diagnostics.ts';
import { httpBindingOf, readHttpOperation } from './http-binding.ts';
import { wsdlNamespace } from './loader.ts';
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
      if (operation === undefined) continue;
      const made = isCalled(operation.abstract) ? read(operation) : 'that the service itself sends';
      if (made === undefined) continue;
      if (typeof made === 'string') this.passedOver.push({ node: bound, what: `the operation ${operation.name} ${made}` });
      else {
        const { protocol, ...messages } = made;
        const bindings = ports.map((port): Binding => ({ protocol, ...port }));
        this.add({ name: operation.name, place: bound, bindings, ...messages }, portType.name);
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
    if (declared.length === 1) return { name, bound, abstract };
    // Forms of an overloaded operation are told apart by the names of their inputs (WSDL 1.1, 2.5).
    const inputName = (node: SchemaNode) => wsdlChildren(node, 'input')[0]?.attributes.get('name');
    const forms = declared.filter((operation) => inputName(operation) === inputName(bound));
    const [form] = forms;
    if (form !== undefined && forms.length === 1) return { name, bound, abstract: form };
    this.diagnostics.error(bound, `which of the ${declared.length} operations ${name} is bound is not said`, 'name the inputs of each');
    return undefined;
  }

  /** Port types may have operations of one name: the first keeps it, the others are called after their port types too. */
  private add(operation: Operation, portType: string): void {
    const names = [operation.name, `${portType.slice(portType.lastIndexOf('}') + 1)}_${operation.name}`];
    for (let number = 1; ; number += 1) {
      const name = names[number - 1] ?? `${names[1]}_${number - 1}`;
      const before = this.found.get(name);
      if (before === undefined || sameMessages(before, operation)) {
        const bindings = [...(before?.bindings ?? []), ...operation.bindings];
        if (before === undefined && number > 1)
          this.diagnostics.warn(
            operation.place,
            `there is another operation ${operation.name}; this one is called ${name}`,
            'nothing is to be done',
          );
        this.found.set(name, { ...(before ?? operation), name, bindings });
        return;
      }
    }
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

/** A notification or a solicit-response begins with what the service sends (WSDL 1.1, 2.4.3 and 2.4.4). */
function isCalled(abstract: SchemaNode): boolean {
  const [first] = abstract.children.filter(
    ({ namespace, local }) => namespace === wsdlNamespace && (local === 'input' || local === 'output'),
  );
  return first?.local !== 'output';
}

function sameMessages(one: Operation, other: Operation): boolean {
  return one.input.body === other.input.body && one.output?.body === other.output?.body && one.style === other.style;
}
