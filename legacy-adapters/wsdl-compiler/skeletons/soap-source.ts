import { key, member } from '../compiler/identifiers.ts';
import type { Plan } from '../compiler/plan.ts';
import { faultsSource } from './faults-source.ts';
import { messageImports } from './port-source.ts';
import type { Service, ServiceOperation } from './service.ts';
import { isReading } from './service.ts';
import type { SessionPlan } from './session.ts';
import { type SignInKind, signInParts } from './sign-ins.ts';

/** `soap.ts`: the port over the wire. */
export function soapSource(
  plan: Plan,
  service: Service,
  operations: readonly ServiceOperation[],
  kind: SignInKind,
  session: SessionPlan | undefined,
): string {
  const { pascal, version, title } = service;
  const signIn = signInParts(kind, service);
  const members = signIn.options.map(([name, about]) => `${about === '' ? '' : `  /** ${about} */\n`}  readonly ${name}: string;\n`);
  const policies = plan.model.operations.map(({ name }) => `  ${key(name)}: '${isReading(name) ? 'read' : 'change'}',`);
  const faults = faultsSource(plan, operations);
  const body = `
${members.length === 0 ? `export type ${pascal}Options = AdapterOptions;` : `export interface ${pascal}Options extends AdapterOptions {\n${members.join('')}}`}

const name = '${service.name}';
const answerBytesMax = 2 * 1024 * 1024;

/**
 * What each operation does, guessed from its name: CHECK EACH. A \`read\` is asked again after a failure; a \`change\` is never
 * sent twice, and any end of it but an answer or a refusal is OUTCOME_UNKNOWN. So whatever does not say that it reads is a
 * \`change\` until somebody knows better.
 */
const policies = {
${policies.join('\n')}
} as const satisfies Record<keyof typeof operations, OperationPolicy>;

/** The ${title} port over SOAP ${version}, with ${signIn.sentence}. */
export async function create${pascal}(options: ${pascal}Options): Promise<${pascal}> {
  const { endpoint, deadlineMs${signIn.options.map(([option]) => `, ${option}`).join('')} } = options;
  const signIn = ${signIn.create};
  const system = createLegacySystem({
    name,
    endpoint,
    deadlineMs,
    signIn,
    transport: { answerBytesMax },
    policies: options.policies ?? {},
    metrics: options.metrics,
  });
  const client = createSoapClient({ system, version: '${version}', schema, operations, policies${faults === undefined ? '' : ', faultOf'} });
${session === undefined ? '' : loginSource(session)}
  return {
${operations
  .filter(({ name }) => name !== session?.login.name && name !== session?.logout?.name)
  .map(methodSource)
  .join('\n')}
    close: () => system.close(),
  };
}
${faults?.body ?? ''}${session === undefined ? '' : credentialsSource(session)}`;
  const elements = /\belements\./.test(body) ? 'elements, ' : '';
  const errors = ['AuthExpired', 'LegacyRefused', 'LegacyUnreachable'].filter((used) => new RegExp(`new ${used}\\b`).test(body));
  const failure = /\bLegacyFailure\b/.test(body) ? ['type LegacyFailure'] : [];
  const named = [...failure, ...errors];
  const imports = [
    named.length === 0 ? '' : `import { ${named.join(', ')} } from '#platform/errors.ts';`,
    "import type { AdapterOptions } from '#legacy-adapters/kit/adapter-options.ts';",
    `import type { ${session === undefined ? '' : 'Call, '}OperationPolicy } from '#legacy-adapters/kit/call.ts';`,
    session?.header === undefined ? '' : "import { DocumentWriter } from '#legacy-adapters/xml/codec/document-writer.ts';",
    faults === undefined ? '' : "import type { SoapFault } from '#legacy-adapters/soap/fault.ts';",
    "import { createLegacySystem } from '#legacy-adapters/kit/legacy-system.ts';",
    ...signIn.imports,
    session === undefined ? '' : "import type { Credentials } from '#legacy-adapters/kit/sign-in/sign-in.ts';",
    "import { createSoapClient } from '#legacy-adapters/soap/soap-client.ts';",
    `import { ${elements}operations, schema } from './generated/operations.ts';`,
    `import type { ${pascal} } from './port.ts';`,
  ];
  return `${imports.filter((line) => line !== '').join('\n')}\n${messageImports(body)}${body}`;
}

function methodSource({ name, method, question, operation }: ServiceOperation): string {
  const headers = operation.input.headers.length;
  const note =
    headers === 0
      ? ''
      : `    // The WSDL binds ${headers === 1 ? 'a header' : `${headers} headers`} to it, which the sign-in's credentials must write.\n`;
  const call =
    question === undefined
      ? `(call) => client.call(${member('operations', name)}, undefined, call)`
      : `(question, call) => client.call(${member('operations', name)}, question, call)`;
  return `${note}    ${method}: ${call},`;
}

function loginSource({ login, logout, question, sessionId }: SessionPlan): string {
  const out =
    logout === undefined
      ? '    // The WSDL has no operation that ends a session.\n'
      : `    await client.attempt(${member('operations', logout.name)}, {}, call, credentials(session));\n`;
  return `
  /** Throw LoginRefused where the answer, or a Fault, says that the user or the password is wrong: nobody tries again at once then. */
  async function login(call: Call): Promise<string> {
    const answer = await client.attempt(${member('operations', login.name)}, ${question}, call, { secrets: [password] });
    const session = ${sessionId};
    if (!session) throw new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', '${login.name}: no session');
    return session;
  }

  async function logout(${logout === undefined ? '_session' : 'session'}: string, ${logout === undefined ? '_call' : 'call'}: Call): Promise<void> {
${out}  }
`;
}

function credentialsSource({ header }: SessionPlan): string {
  if (header === undefined)
    return `
/** No operation has a header for it, so the session goes as a cookie: check what the system wants. */
function credentials(session: string): Credentials {
  return { headers: { cookie: \`SESSION=\${session}\` } };
}
`;
  return `
function credentials(session: string): Credentials {
  const writer = new DocumentWriter();
  ${member('elements', header.element)}.write(writer, ${header.value});
  return { soapHeader: writer.toString() };
}
`;
}
