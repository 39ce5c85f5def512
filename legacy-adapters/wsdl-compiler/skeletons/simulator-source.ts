import { key, quoted } from '../compiler/identifiers.ts';
import type { SampledOperation } from './sampled-operations.ts';
import type { Service } from './service.ts';
import { type SignInKind, signInParts } from './sign-ins.ts';

/** `simulator/operations.ts`: one answer an operation, whatever it is asked. */
export function simulatorOperationsSource(service: Service, operations: readonly SampledOperation[]): string {
  const members = operations.map(({ name, soap }) => {
    if (typeof soap === 'string') return `  // In XML, since node-soap has no objects for it.\n  ${key(name)}: () => ${quoted(soap)},`;
    return `  ${key(name)}: () => (${JSON.stringify(soap)}),`;
  });
  return `import type { Operation } from '#legacy-adapters/simulation/soap-endpoint.ts';

/**
 * What the ${service.title} answers: one valid value an operation, whatever it is asked. Keys stand in the order of the WSDL,
 * every leaf is text, and \`attributes\` and \`$value\` are node-soap's. Make it stateful where a test needs it: an operation
 * gets what was asked (\`textOf\`, \`childrenOf\` in ../../simulation/soap-input.ts read it), data comes from ../../simulation/world.ts,
 * a refusal is thrown by ../../simulation/soap-fault.ts.
 */
export const operations: Readonly<Record<string, Operation>> = {
${members.join('\n')}
};
`;
}

/** `simulator/simulator.ts`: a real server of the same WSDL, by node-soap. */
export function simulatorSource(service: Service, operations: readonly SampledOperation[], kind: SignInKind): string {
  const { pascal, title, version } = service;
  const { simulator } = signInParts(kind, service);
  const members = simulator.options.map(([name, about]) => `${about === '' ? '' : `  /** ${about} */\n`}  readonly ${name}: string;\n`);
  const elements = operations.filter(({ name, element }) => name !== element);
  const actions = version === '1.2' ? [] : operations.filter(({ name, action }) => !action.endsWith(`/${name}`));
  const table = (label: string, rows: readonly (readonly [string, string])[]) =>
    rows.length === 0 ? '' : `      ${label}: { ${rows.map(([name, text]) => `${key(name)}: ${JSON.stringify(text)}`).join(', ')} },\n`;
  const authentic = kind === 'username-token';
  return `import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from '#platform/telemetry/logger.ts';
import { createSimulatorServer, type SimulatorServer } from '#legacy-adapters/simulation/simulator-server.ts';
import { createSoapProtocol } from '#legacy-adapters/simulation/soap-protocol.ts';
import type { Switches } from '#legacy-adapters/simulation/switches.ts';
${simulator.imports.map((line) => `${line}\n`).join('')}import { operations } from './operations.ts';

export interface ${pascal}SimulatorOptions {
  /** 127.0.0.1 unless set. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
${members.join('')}  readonly switches?: Partial<Switches>;
  readonly logger: Logger;
}

export type ${pascal}Simulator = SimulatorServer;

const wsdlFile = fileURLToPath(new URL('../wsdl/${service.wsdl}', import.meta.url));

/** The ${title} as it is on the wire: SOAP ${version}, utf-8, ${simulator.sentence}. */
export function create${pascal}Simulator(options: ${pascal}SimulatorOptions): ${pascal}Simulator {
  const { host = '127.0.0.1', port, switches, logger } = options;
${authentic ? authenticSource(version) : ''}  return createSimulatorServer({
    name: '${service.name} simulator',
    host,
    port,
    protocol: createSoapProtocol({
      charset: 'utf-8',
      wsdl: readFileSync(wsdlFile, 'utf8'),
      wsdlFile,
      version: '${version}',
      path: '${service.path}',
      service: '${service.service}',
      port: '${service.port}',
${table(
  'elements',
  elements.map(({ name, element }) => [name, element]),
)}${table(
  'actions',
  actions.map(({ name, action }) => [name, action]),
)}      operations${authentic ? ': Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, authenticated(operation)]))' : ''},
      ${simulator.admit ?? ''}
      logger,
    }),
    switches,
    logger,
  });
}
`;
}

const authenticSource = (
  version: string,
) => `  const isAuthentic = createUsernameTokenCheck({ user: options.user, password: options.password, clock: () => new Date() });
  const authenticated =
    (operation: Operation): Operation =>
    (input, header) => {
      if (!isAuthentic(header)) throw failedAuthentication('${version}');
      return operation(input, header);
    };
`;
