import path from 'node:path';
import type { Plan } from '../compiler/plan.ts';
import type { Binding, Operation, SoapVersion } from '../schema/model.ts';
import { camelCase, constantCase, localOf, pascalCase, unused, wordsOf } from './names.ts';

/** One operation, with everything decided that the skeletons need of it. */
export interface ServiceOperation {
  readonly operation: Operation;
  readonly name: string;
  /** Of the port. */
  readonly method: string;
  readonly policy: 'read' | 'change';
  /** TypeScript types of its messages; absent where there is none. */
  readonly question: string | undefined;
  readonly answer: string | undefined;
  /** The local name of the element that stands in the Body. */
  readonly element: string;
  readonly action: string;
}

/** What the skeletons are made from: one port of one service of a WSDL. */
export interface Service {
  /** As in `--name`. */
  readonly name: string;
  /** `tax registry` */
  readonly title: string;
  /** `TaxRegistry` */
  readonly pascal: string;
  readonly camel: string;
  readonly constant: string;
  /** The WSDL within the adapter's folder. */
  readonly wsdl: string;
  readonly version: SoapVersion;
  readonly service: string;
  readonly port: string;
  /** Of its address. */
  readonly path: string;
  readonly operations: readonly ServiceOperation[];
  /** What the skeletons lack, and why. */
  readonly leftOut: readonly string[];
}

/** First words of operations that change nothing, as far as their names go. */
const reading = new Set('get find list check query search read is has validate lookup fetch retrieve count ping'.split(' '));

export function isReading(operationName: string): boolean {
  return reading.has(wordsOf(operationName)[0]?.toLowerCase() ?? '');
}

/** The service that the skeletons are for, or why there can be none. */
export function serviceOf(plan: Plan, name: string, wsdl: string): Service | string {
  const { operations } = plan.model;
  const bound = (operation: Operation) => operation.bindings.filter(({ protocol }) => protocol.kind === 'soap');
  if (operations.every((operation) => bound(operation).length === 0))
    return 'for XML over HTTP POST there are no skeletons yet; legacy-adapters/biller-hub/ is a model';
  const ports = new Map<string, { binding: Binding; operations: Operation[] }>();
  for (const operation of operations) {
    for (const binding of bound(operation)) {
      if (binding.protocol.kind !== 'soap' || binding.service === undefined || binding.port === undefined) continue;
      const key = `${binding.service} ${binding.port}`;
      const known = ports.get(key);
      if (known === undefined) ports.set(key, { binding, operations: [operation] });
      else known.operations.push(operation);
    }
  }
  // node-soap's server takes the first port of an address, so of equal ones the first is the right one.
  const [chosen] = [...ports.values()].sort((a, b) => b.operations.length - a.operations.length);
  if (chosen === undefined) return 'no service of the WSDL has a SOAP port';
  const { binding } = chosen;
  const version = binding.protocol.kind === 'soap' ? binding.protocol.version : '1.1';
  const missing = operations.filter((operation) => !chosen.operations.includes(operation)).map((operation) => operation.name);
  const methods = new Set(['close']);
  return {
    name,
    title: name.replaceAll('-', ' '),
    pascal: pascalCase(name),
    camel: camelCase(name),
    constant: constantCase(name),
    wsdl: path.basename(wsdl),
    version,
    service: binding.service ?? '',
    port: binding.port ?? '',
    path: pathOf(binding.location, name),
    operations: chosen.operations.map((operation) => describe(plan, operation, version, methods)),
    leftOut: missing.length === 0 ? [] : [`${missing.join(', ')}: not at the port ${binding.port}, so in no skeleton`],
  };
}

function describe(plan: Plan, operation: Operation, version: SoapVersion, methods: Set<string>): ServiceOperation {
  const { name, input, output } = operation;
  const typeOf = (message: Operation['output']) => (message?.body === undefined ? undefined : plan.elementType(message.body, 'wire.'));
  const soap = operation.bindings
    .map(({ protocol }) => protocol)
    .find((protocol) => protocol.kind === 'soap' && protocol.version === version);
  return {
    operation,
    name,
    method: unused(camelCase(name), methods),
    policy: isReading(name) ? 'read' : 'change',
    question: typeOf(input),
    answer: typeOf(output),
    element: input.body === undefined ? name : localOf(input.body.name),
    action: soap?.kind === 'soap' ? soap.action : '',
  };
}

function pathOf(location: string | undefined, name: string): string {
  const fallback = `/${name}`;
  if (location === undefined || !URL.canParse(location)) return fallback;
  const { pathname } = new URL(location);
  return pathname === '/' ? fallback : pathname.replace(/\/$/, '');
}
