import type { ElementUse, Message, Operation } from '../schema/model.ts';
import { readElement } from './element-source.ts';
import { writeElement } from './encoders-source.ts';
import { key, member, quoted, uniqueProperty } from './identifiers.ts';
import { Lines } from './lines.ts';
import type { Plan } from './plan.ts';

/** The tables of elements and operations. It is written last: it needs the declarations of every prefix. */
export function operationsSource(plan: Plan): string {
  const lines = new Lines();
  const taken = new Set<string>();
  const properties = new Map<ElementUse, string>();
  const { elements } = plan.model;
  const table = new Lines();
  table.block(
    'export const elements =',
    () => {
      for (const element of elements) {
        const property = uniqueProperty(element.name.slice(element.name.lastIndexOf('}') + 1), taken);
        properties.set(element, property);
        declareElement(plan, element, property, table);
      }
    },
    ';',
  );
  const attributes = [...plan.declarations].map(([namespace, prefix]) => ` xmlns:${prefix}="${escaped(namespace)}"`);
  const declarations = ['xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'].map((text) => ` ${text}`).concat(attributes);
  lines.add('', `export const schema: SchemaCodec = { names, declarations: ${quoted(declarations.join(''))} };`, '');
  lines.add(...table.toString().trimEnd().split('\n'), '');
  lines.block(
    'export const operations =',
    () => {
      for (const operation of plan.model.operations) declareOperation(operation, properties, lines);
    },
    ';',
  );
  return lines.toString();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function declareElement(plan: Plan, element: ElementUse, property: string, lines: Lines): void {
  const type = plan.elementType(element, 't.');
  lines.block(
    `${key(property)}:`,
    () => {
      lines.add(`name: ${quoted(element.name)},`, `id: ${plan.id(element.name)},`);
      lines.add(`read: (c: Reader): ${type} => ${readElement(plan, element)},`);
      if (element.type.kind === 'complex' && plan.isLong(element.type.key)) {
        lines.add(`readSlowly: async (c: Reader): Promise<${type}> => ${readElement(plan, element, true)},`);
      }
      lines.block(`write: (w: DocumentWriter, value: ${type}): void =>`, () => lines.add(...writeElement(plan, element, 'value')), ',');
    },
    ` satisfies ElementCodec<${type}>,`,
  );
}

function declareOperation(operation: Operation, properties: ReadonlyMap<ElementUse, string>, lines: Lines): void {
  const reference = (element: ElementUse) => member('elements', properties.get(element) ?? '');
  const body = (message: Message | undefined) => (message?.body === undefined ? 'undefined' : reference(message.body));
  const protocols = operation.bindings.map(({ protocol }) => protocol);
  const actions = new Map(protocols.flatMap((protocol) => (protocol.kind === 'soap' ? [[protocol.version, protocol.action]] : [])));
  const http = protocols.find((protocol) => protocol.kind === 'http');
  lines.block(
    `${key(operation.name)}:`,
    () => {
      lines.add(`name: ${quoted(operation.name)},`);
      lines.add(
        `actions: ${actions.size === 0 ? '{}' : `{ ${[...actions].map(([version, action]) => `${quoted(version)}: ${quoted(action)}`).join(', ')} }`},`,
      );
      if (http !== undefined) lines.add(`location: ${quoted(http.path)},`);
      lines.add(`input: ${body(operation.input)},`, `output: ${body(operation.output)},`);
      lines.add(`headers: [${operation.input.headers.map(reference).join(', ')}],`);
      lines.add(`faults: [${operation.faults.map(reference).join(', ')}],`, `encoded: ${operation.input.encoded},`);
    },
    ',',
  );
}
