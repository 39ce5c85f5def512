import { askSource } from './contract-test-source.ts';
import type { SampledOperation } from './sampled-operations.ts';
import type { Service } from './service.ts';
import type { SignInKind } from './sign-ins.ts';
import { testSetup } from './test-setup.ts';

const probesMax = 6;

/** `conformance.test.ts`; `undefined` where no answer could be told from a spoilt one. */
export function hostileTestSource(service: Service, operations: readonly SampledOperation[], kind: SignInKind): string | undefined {
  const { pascal, title, version } = service;
  const setup = testSetup(kind, service);
  const probed = operations.filter(({ isConforming }) => isConforming).slice(0, probesMax);
  const [first] = probed;
  const output = first?.operation.output?.body;
  if (output === undefined) return undefined;
  const others = operations.filter((each) => !probed.includes(each)).map(({ method }) => method);
  const probes = probed.map((each, index) => {
    const stranger = operations.find((other) => other.operation.output?.body?.name !== each.operation.output?.body?.name);
    const foreign =
      stranger === undefined
        ? ''
        : `, others: [{ operation: '${stranger.element}', ask: (call): Promise<unknown> => ${askSource('port()', stranger, 'call')} }]`;
    const policy = each.policy === 'read' ? 'read' : 'moves money';
    return `    { operation: '${each.element}', policy: '${policy}'${index === 0 ? ', sizes: true' : ''}, ask: (call): Promise<unknown> => ${askSource('port()', each, 'call')}${foreign} },`;
  });
  const left =
    others.length === 0
      ? ''
      : `    // Not yet here, since the schema alone cannot tell a spoilt answer of theirs, or to keep this short: ${others.join(', ')}.\n`;
  const usesQuestions = probed.some(({ asked }) => asked !== undefined);
  const simulator = `create${pascal}Simulator({ port: 0, ${setup.simulator}switches: { latencyMs: 0 }, logger: createLogger('test', 'silent') })`;
  return `${setup.realm ? "import { afterAll, beforeAll } from 'vitest';\n" : ''}import { createLogger } from '#platform/telemetry/logger.ts';
import type { Probe } from '#legacy-adapters/conformance/suite.ts';
import { bare, describeConformance } from '#legacy-adapters/conformance/conformance.testkit.ts';
${setup.imports.map((line) => `${line}\n`).join('')}import { create${pascal} } from './index.ts';
${usesQuestions ? "import { questions } from './samples.testkit.ts';\n" : ''}import { create${pascal}Simulator${setup.realm ? `, type ${pascal}Simulator` : ''} } from './simulator/simulator.ts';

${setup.declarations}${setup.realm ? realmSource(service, simulator) : `const simulator = ${simulator};`}

describeConformance({
  system: '${title}',
  simulator,
  contract: { namespace: '${output.name.slice(1, output.name.lastIndexOf('}'))}', soap: '${version}' },
  secrets: ${setup.secrets},
  connect: (endpoint) => create${pascal}({ endpoint, ${setup.adapter}deadlineMs: 2_000, policies: bare }),
  probes: (port): readonly Probe[] => [
${left}${probes.join('\n')}
  ],
});
`;
}

/** The realm's port is known when it has started, so the simulator is made then. */
function realmSource({ name, pascal }: Service, simulator: string): string {
  return `let started: ${pascal}Simulator | undefined;
/** The realm's port is known when it has started, so the simulator is made then. */
const simulator = {
  name: '${name} with its realm',
  get url() {
    return started?.url ?? '';
  },
  async start() {
    started = ${simulator};
    await started.start();
  },
  stop: async () => started?.stop(),
};
beforeAll(async () => {
  realm = await startRealm('${name}');
});
afterAll(() => realm.stop());`;
}
