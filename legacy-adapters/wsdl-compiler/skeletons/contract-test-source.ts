import { member } from '../compiler/identifiers.ts';
import type { SampledOperation } from './sampled-operations.ts';
import type { Service } from './service.ts';
import type { SignInKind } from './sign-ins.ts';
import { testSetup } from './test-setup.ts';

/** `taxRegistry.getTxp(questions.GetTxp, inTime())` */
export function askSource(port: string, { name, method, asked }: SampledOperation, call: string): string {
  return `${port}.${method}(${asked === undefined ? '' : `${member('questions', name)}, `}${call})`;
}

/** `contract.test.ts`: each operation over the wire, and what becomes of a call when the system is in trouble. */
export function contractTestSource(service: Service, operations: readonly SampledOperation[], kind: SignInKind): string {
  const { pascal, camel, title } = service;
  const setup = testSetup(kind, service);
  const read = operations.find(({ policy }) => policy === 'read');
  const change = operations.find(({ policy }) => policy === 'change');
  const [first] = operations;
  const usesQuestions = operations.some(({ asked }) => asked !== undefined);
  const answered = operations.map(
    (each) => `  it('answers ${each.method}', async () => {
    expect(await ${askSource(camel, each, 'inTime()')}).toEqual(${member('answers', each.name)});
  });`,
  );
  return `import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadline } from '#platform/deadline.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { unrecorded } from '#platform/telemetry/tracing.ts';
${setup.imports.map((line) => `${line}\n`).join('')}import { create${pascal}, type ${pascal} } from './index.ts';
import { answers${usesQuestions ? ', questions' : ''} } from './samples.testkit.ts';
import { create${pascal}Simulator, type ${pascal}Simulator } from './simulator/simulator.ts';

const inTime = (durationMs = 10_000) => ({ deadline: createDeadline(durationMs), trace: unrecorded() });
${setup.declarations}let simulator: ${pascal}Simulator;
let ${camel}: ${pascal};

const connect = (change: { readonly endpoint?: string${wrongType(kind)} } = {}) =>
  create${pascal}({ endpoint: simulator.url, ${setup.adapter}deadlineMs: 15_000, ...change });

beforeAll(async () => {
${setup.realm ? `  realm = await startRealm('${service.name}');\n` : ''}  simulator = create${pascal}Simulator({ port: 0, ${setup.simulator}switches: { latencyMs: 0 }, logger: createLogger('test', 'silent') });
  await simulator.start();
  ${camel} = await connect();
});
afterAll(async () => {
  await ${camel}.close();
  await simulator.stop();
${setup.realm ? '  await realm.stop();\n' : ''}});
beforeEach(() => {
  Object.assign(simulator.switches, { latencyMs: 0, hang: false, failNext: 0, errorRate: 0, truncateAt: null, operations: [] });
  simulator.calls.reset();
});

describe('the ${title} over the wire', () => {
${answered.join('\n\n')}
${read === undefined ? '' : readTrouble(service, read)}${change === undefined ? '' : changeTrouble(service, change)}${first === undefined ? '' : strangers(first, setup.wrong)}});
`;
}

function wrongType(kind: SignInKind): string {
  if (kind === 'bearer') return '; readonly clientSecret?: string';
  return kind === 'basic' || kind === 'username-token' ? '; readonly password?: string' : '';
}

function readTrouble({ camel, title }: Service, read: SampledOperation): string {
  return `
  it.each([
    ['fails inside', { errorRate: 1 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers half', { truncateAt: 'half' }, 'UPSTREAM_MALFORMED'],
    ['answers nothing', { truncateAt: 0 }, 'UPSTREAM_MALFORMED'],
    ['never answers', { hang: true }, 'UPSTREAM_TIMEOUT'],
  ] as const)('says unreachable when the ${title} %s', async (_case, switches, code) => {
    Object.assign(simulator.switches, { ...switches, operations: ['${read.name}'] });
    await expect(${askSource(camel, read, 'inTime(1_000)')}).rejects.toMatchObject({ code });
  });
`;
}

function changeTrouble({ camel }: Service, change: SampledOperation): string {
  return `
  it('does not know whether ${change.method} was done when no answer comes, and sends it once', async () => {
    Object.assign(simulator.switches, { hang: true, operations: ['${change.name}'] });
    await expect(${askSource(camel, change, 'inTime(1_000)')}).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(simulator.calls.count('${change.name}')).toBe(1);
  });
`;
}

function strangers(first: SampledOperation, wrong: string | undefined): string {
  const asked = askSource('nobody', first, 'inTime()');
  const refused =
    wrong === undefined
      ? ''
      : `
  it('is not let in with wrong credentials', async () => {
    const nobody = await connect(${wrong});
    await expect(${asked}).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await nobody.close();
  });
`;
  return `${refused}
  it('says unreachable when nobody listens', async () => {
    const nobody = await connect({ endpoint: 'http://127.0.0.1:1/' });
    await expect(${asked}).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await nobody.close();
  });
`;
}
